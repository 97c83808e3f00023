import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Copies a manifest as manifest.json, and the files that it names.
 * @param {string} manifest path of the manifest.
 * @param {string} folder is made if it is missing.
 */
export function copyModel(manifest, folder) {
  mkdirSync(folder, { recursive: true });
  const { file, labels } = JSON.parse(readFileSync(manifest, "utf8"));
  cpSync(manifest, join(folder, "manifest.json"));
  for (const name of [file, labels]) cpSync(join(dirname(manifest), name), join(folder, name));
}
