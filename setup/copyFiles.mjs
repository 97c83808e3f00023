import { cpSync } from "node:fs";
import { join } from "node:path";

/**
 * Copies files into a folder, which is made if it is missing.
 * @param {Readonly<Record<string, string>>} files - path in the folder → where it lies now.
 * @param {string} folder
 */
export function copyFiles(files, folder) {
  for (const [name, path] of Object.entries(files)) cpSync(path, join(folder, name));
}
