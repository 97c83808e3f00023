import type { KeyReader } from "./readKeys.ts";

/** Reads where notices are sent; undefined for nowhere. */
export function readEmail(keys: KeyReader, key: "alarmEmail" | "email"): string | undefined {
  return keys.text(key, /^[^@\s]+@[^@\s]+\.[^@\s]+$/, "an e-mail address");
}
