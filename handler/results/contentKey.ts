import type { Manifest } from "../model/manifest.ts";

/** Names the answer of one model for some bytes: the same key, the same answer, no need to compute it again. */
export function contentKey(sha256: string, { name, version }: Manifest): string {
  return `${sha256}#${name}@${version}`;
}
