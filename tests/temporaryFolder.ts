import { mkdtempSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

let root: string | undefined;

/** A new folder below the system's temporary one; it goes with the process. */
export function temporaryFolder(): Promise<string> {
  root ??= makeRoot();
  return mkdtemp(join(root, "folder-"));
}

function makeRoot(): string {
  const folder = mkdtempSync(join(tmpdir(), "snaplabel-"));
  // A child that was told to stop may still write.
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}
