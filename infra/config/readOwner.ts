import type { KeyReader } from "./readKeys.ts";

/** Reads who answers for a stack; stands in the tags of all its resources. */
export function readOwner(keys: KeyReader): string {
  return keys.required("owner", /^[\w .@-]{1,64}$/, "a name of up to 64 letters");
}
