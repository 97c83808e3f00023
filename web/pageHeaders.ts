/** What of other origins the page may talk to. */
export interface PageOrigins {
  /** Where images are uploaded to and shown from. */
  readonly bucket: string;
  /** Where people log in: the issuer, and its token endpoint when that lies elsewhere. */
  readonly login: readonly string[];
}

/** Folder of the files that run the model in the browser. */
export const modelFolder = "/here/";

/**
 * Headers of a file of the page; the same in the cloud and on a laptop. Nothing inline, nothing from elsewhere; isolated
 * from other origins, which WebAssembly's shared memory asks for (https://web.dev/articles/coop-coep).
 * @param path - of the file. wasm-vips builds functions from text: the workers below {@link modelFolder}, which see no
 * document and no token, may do so. The page itself may not.
 */
export function pageHeaders(path: string, { bucket, login }: PageOrigins): Readonly<Record<string, string>> {
  const evaluates = path.startsWith(modelFolder);
  const policy = {
    "default-src": ["'none'"],
    "script-src": ["'self'", "'wasm-unsafe-eval'", ...(evaluates ? ["'unsafe-eval'"] : [])],
    "style-src": ["'self'"],
    "img-src": ["'self'", "blob:", bucket],
    "connect-src": evaluates ? ["'self'"] : ["'self'", bucket, ...login],
    "worker-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
    "frame-ancestors": ["'none'"],
  };
  return {
    "content-security-policy": Object.entries(policy)
      .map(([directive, sources]) => `${directive} ${sources.join(" ")}`)
      .join("; "),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(self), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  };
}
