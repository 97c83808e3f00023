import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { checkByteCount, type ImageLimits } from "../../handler/image/limits.ts";

const timeoutMilliseconds = 30_000;

/**
 * Reads the bytes of a source.
 * @param source - a path, an http(s) URL, or "-" for standard input.
 * @throws {RejectedImageError} `too-many-bytes` when the server states or sends more than the limit.
 */
export async function readSource(source: string, limits: ImageLimits): Promise<Uint8Array> {
  if (source === "-") return buffer(process.stdin);
  if (!/^https?:\/\//.test(source)) return readFile(source);
  const response = await fetch(source, { signal: AbortSignal.timeout(timeoutMilliseconds) });
  if (!response.ok) throw new Error(`${source}: the server answered ${response.status} ${response.statusText}`);
  checkByteCount(Number(response.headers.get("content-length") ?? 0), limits);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    checkByteCount(length, limits);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
