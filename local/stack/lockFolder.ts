import { mkdir } from "node:fs/promises";
import { lock } from "proper-lockfile";

/** Another instance works in the folder. */
export class FolderInUseError extends Error {
  public override readonly name = "FolderInUseError";
}

/**
 * Takes a folder for this process alone; it is made if missing. A lock whose owner died is taken over after 10 s.
 * @returns what gives the folder back.
 * @throws {FolderInUseError} when another instance holds it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  try {
    return await lock(folder, { stale: 10_000 });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ELOCKED") throw cause;
    throw new FolderInUseError(
      `data folder: ${folder} is in use by another snaplabel; stop it (or wait 10 s if it was killed), ` +
        "or start this one with another --data folder and other ports",
      { cause },
    );
  }
}
