import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const modules = fileURLToPath(new URL("../node_modules/", import.meta.url));

/**
 * Where files of packages lie that are loaded by path at run time, and so cannot be part of a bundle.
 * @param {readonly string[]} paths - below node_modules.
 * @returns {Record<string, string>} the last part of each → path.
 */
export function packageFiles(paths) {
  return Object.fromEntries(paths.map((path) => [basename(path), join(modules, path)]));
}
