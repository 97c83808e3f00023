import { randomBytes } from "node:crypto";

/** A new key for signing: 256 bits, written as Standard Webhooks has it. */
export function makeSecret(): string {
  return `whsec_${randomBytes(32).toString("base64")}`;
}
