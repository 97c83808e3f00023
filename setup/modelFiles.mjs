import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Where the files of a model lie: its manifest, and those that it names.
 * @param {string} manifest path of the manifest.
 * @returns {Record<string, string>} name beside the manifest, which is called manifest.json → path.
 */
export function modelFiles(manifest) {
  const { file, labels } = JSON.parse(readFileSync(manifest, "utf8"));
  const named = [file, labels].map((name) => [name, join(dirname(manifest), name)]);
  return { "manifest.json": manifest, ...Object.fromEntries(named) };
}
