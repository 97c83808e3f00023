import { UnknownEventError } from "../errors.ts";
import type { ObjectReference } from "./objectReference.ts";

/** What a caller of the function itself may ask for. */
export type DirectInvoke = { readonly bytes: Uint8Array } | { readonly object: ObjectReference };

/**
 * Reads a direct invoke: `{ "image": base64 }` or `{ "bucket", "key", "versionId"? }`.
 * @returns undefined when the event is something else.
 * @throws {UnknownEventError} when `image` is not base64.
 */
export function readDirectInvoke(event: unknown): DirectInvoke | undefined {
  if (typeof event !== "object" || event === null) return undefined;
  const { image, bucket, key, versionId } = event as Record<string, unknown>;
  if (typeof image === "string") return { bytes: decodeBase64(image) };
  if (typeof bucket !== "string" || typeof key !== "string") return undefined;
  return { object: { bucket, key, ...(typeof versionId === "string" ? { versionId } : {}) } };
}

function decodeBase64(text: string): Uint8Array {
  // Buffer.from skips what is not base64: a wrong text would come out as a broken picture.
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text))
    throw new UnknownEventError(`image: expected base64, got "${text.slice(0, 40)}"`);
  return Buffer.from(text, "base64");
}
