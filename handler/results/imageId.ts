import { createHash } from "node:crypto";

/**
 * Names an object by a short text that is safe in URLs: 128 bits of the SHA-256 of bucket and key, base64url,
 * 22 characters. The same object has the same id wherever an event comes from.
 */
export function imageId(bucket: string, key: string): string {
  // Bucket names hold no newline, so no two objects share a text.
  return createHash("sha256").update(`${bucket}\n${key}`).digest().subarray(0, 16).toString("base64url");
}
