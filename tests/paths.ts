import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Path of a file of the repository. */
export function repositoryPath(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}

/** Bytes of a picture in test_images/. */
export function sample(name: string): Uint8Array {
  return readFileSync(repositoryPath(`test_images/${name}`));
}
