import { open, readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";

/** What an image's own files weigh, and which of them only one architecture can run. */
export interface Content {
  /** Uncompressed. */
  readonly bytes: number;
  /** Relative paths. */
  readonly files: readonly string[];
  /** Relative paths of machine code: executables, shared libraries, native add-ons. */
  readonly machineCode: readonly string[];
}

/** First bytes of ELF (Linux), Mach-O (macOS, both byte orders and universal) and PE (Windows). */
const machineCodeStarts = ["7f454c46", "feedfacf", "cffaedfe", "feedface", "cefaedfe", "cafebabe", "4d5a"];

/** Looks through a folder. */
export async function measureContent(folder: string): Promise<Content> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.map(async (path) => ({
      path: relative(folder, path),
      bytes: (await stat(path)).size,
      machineCode: await isMachineCode(path),
    })),
  );
  return {
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    files: files.map(({ path }) => path).sort(),
    machineCode: files.filter(({ machineCode }) => machineCode).map(({ path }) => path),
  };
}

async function isMachineCode(path: string): Promise<boolean> {
  const file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
  await file.close();
  const start = buffer.subarray(0, bytesRead).toString("hex");
  return machineCodeStarts.some((known) => start.startsWith(known));
}
