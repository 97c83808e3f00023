import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** All that the image is built from, see Dockerfile and .dockerignore. */
const sources = [
  ".dockerignore",
  "Dockerfile",
  "api",
  "handler",
  "model",
  "package-lock.json",
  "package.json",
  "setup/buildImageContent.mjs",
  "setup/bundleHandler.mjs",
  "setup/fetchModel.mjs",
  "setup/nodeBundle.mjs",
  "setup/startBundle.mjs",
];

/**
 * Names the sources of an image by their content: tags are immutable, so another content needs another tag, and the
 * same content is not pushed again.
 * @param root - folder of the repository.
 * @param buildArgs - arguments of the Dockerfile.
 * @returns "source-" and 16 hex digits.
 */
export function sourceTag(root: string, buildArgs: Readonly<Record<string, string>> = {}): string {
  const hash = createHash("sha256").update(JSON.stringify(buildArgs));
  for (const file of sources.flatMap((source) => filesBelow(root, source)))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  return `source-${hash.digest("hex").slice(0, 16)}`;
}

function filesBelow(root: string, path: string): string[] {
  const entry = statSync(join(root, path), { throwIfNoEntry: false });
  if (!entry?.isDirectory()) return entry ? [path] : [];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesBelow(root, `${path}/${name}`));
}
