import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";

/** Above it, a file is no model that a function could load. */
const maxBytes = 1e9;
const timeoutMilliseconds = 600_000;

/**
 * Downloads a model's weights, and writes them only if their hash is the one that was asked for.
 * @param {{ url: string, sha256: string, path: string }} what - sha256 in 64 hex digits; path of the file to write.
 * @throws {Error} naming the build argument that is wrong, and what came instead.
 */
export async function fetchModel({ url, sha256, path }) {
  if (!URL.canParse(url) || !["https:", "http:"].includes(new URL(url).protocol))
    throw new Error(`MODEL_URL: expected an address that starts with https://, got "${url}"`);
  if (!/^[0-9a-f]{64}$/i.test(sha256))
    throw new Error(`MODEL_SHA256: expected 64 hex digits, got "${sha256}"; print them with: sha256sum FILE`);
  const bytes = await download(url);
  const digest = createHash("sha256").update(bytes).digest("hex");
  if (digest !== sha256.toLowerCase())
    throw new Error(`MODEL_SHA256: expected ${sha256}, but ${url} has ${digest} (${bytes.length} bytes)`);
  await writeFile(path, bytes);
}

async function download(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMilliseconds) }).catch((cause) => {
    throw new Error(`MODEL_URL: cannot reach ${url}: ${cause.cause?.message ?? cause.message}`, { cause });
  });
  if (!response.ok) throw new Error(`MODEL_URL: ${url} answered ${response.status} ${response.statusText}`);
  const chunks = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > maxBytes) throw new Error(`MODEL_URL: ${url} is larger than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
