/** A published version of a function of the image. */
export interface ImageVersion {
  /** A number, as Lambda counts. */
  readonly version: string;
  /** "sha256:…" of its image. */
  readonly digest: string;
}

/**
 * Chooses the version that gets the traffic back.
 * @param versions - all that are published.
 * @param current - the version that has the traffic.
 * @param to - a version, a digest ("sha256:…"), or nothing: the newest one before `current` with another image.
 * @throws {Error} when there is no such version.
 */
export function chooseVersion(versions: readonly ImageVersion[], current: string, to?: string): ImageVersion {
  const newestFirst = versions.toSorted((a, b) => Number(b.version) - Number(a.version));
  const now = newestFirst.find(({ version }) => version === current);
  const found = newestFirst.find(({ version, digest }) =>
    to === undefined ? Number(version) < Number(current) && digest !== now?.digest : version === to || digest === to,
  );
  if (found) return found;
  const known = newestFirst.map(({ version, digest }) => `${version} (${digest.slice(0, 19)}…)`).join(", ");
  const wanted = to === undefined ? `one before ${current} with another image` : `"${to}"`;
  throw new Error(`--to: expected a version or a digest that is there, got ${wanted}; there are ${known || "none"}`);
}
