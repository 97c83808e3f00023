import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Path of a file that comes with snaplabel, found from the sources as from a bundle of them. */
export function repositoryFile(path: string): string {
  return fileURLToPath(new URL(path, root(new URL("./", import.meta.url))));
}

function root(folder: URL): URL {
  return existsSync(new URL("model/manifest.schema.json", folder)) ? folder : root(new URL("../", folder));
}
