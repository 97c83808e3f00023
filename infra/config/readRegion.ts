import type { KeyReader } from "./readKeys.ts";

/** Reads where a stack lies: the region of the AWS provider, which every stack must name. */
export function readRegion(keys: KeyReader): string {
  return keys.required("aws:region", /^[a-z]{2}(-[a-z]+)+-\d$/, "a region such as eu-central-1");
}
