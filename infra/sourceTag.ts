import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * Names the sources of an image by their content: tags are immutable, so another content needs another tag, and the
 * same content is not pushed again.
 * @param root - folder of the repository.
 * @param buildArgs - arguments of the Dockerfile.
 * @returns "source-" and 16 hex digits.
 */
export function sourceTag(root: string, buildArgs: Readonly<Record<string, string>> = {}): string {
  const hash = createHash("sha256").update(JSON.stringify(buildArgs));
  for (const file of sourcesOfImage(root))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update("\0");
  return `source-${hash.digest("hex").slice(0, 16)}`;
}

/** The Dockerfile, and what .dockerignore lets through to it: a list of exceptions from "nothing". */
function sourcesOfImage(root: string): readonly string[] {
  const lines = readFileSync(join(root, ".dockerignore"), "utf8")
    .split("\n")
    .filter((line) => /^[^#]/.test(line));
  const kept = lines.filter((line) => line.startsWith("!")).map((line) => line.slice(1));
  const left = new Set(lines.filter((line) => !line.startsWith("!")));
  return [".dockerignore", "Dockerfile", ...kept.filter((path) => !left.has(`${path}/*`))]
    .sort()
    .flatMap((path) => filesBelow(root, path, left));
}

function filesBelow(root: string, path: string, left: ReadonlySet<string>): string[] {
  const entry = left.has(path) ? undefined : statSync(join(root, path), { throwIfNoEntry: false });
  if (!entry?.isDirectory()) return entry ? [path] : [];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesBelow(root, `${path}/${name}`, left));
}
