import { isIP } from "node:net";
import { isPublicAddress } from "./isPublicAddress.ts";
import type { WebhookTargets } from "./webhook.ts";

const maxLength = 2048;

/**
 * Checks an address that somebody wants to be told at, by what stands in it. The name's own address is looked up, and
 * checked again, when something is sent: it may have changed by then.
 * @returns what is wrong with it; undefined when nothing is.
 */
export function checkTarget(address: string, targets: WebhookTargets): string | undefined {
  if (targets === "none") return "nothing: this stack sends no webhooks (see snaplabel:webhooks)";
  if (address.length > maxLength || !URL.canParse(address)) return `a URL of up to ${maxLength} characters`;
  const { protocol, username, password, hostname } = new URL(address);
  if (username || password) return "a URL without user and password: the request is signed";
  if (targets === "any") return ["http:", "https:"].includes(protocol) ? undefined : "a URL of HTTP";
  if (protocol !== "https:") return "a URL that starts with https://";
  const literal = hostname.replace(/^\[|\]$/g, "");
  if (isIP(literal) ? !isPublicAddress(literal) : isLocalName(hostname)) return "a public address";
  return undefined;
}

/** Names without a dot, and those that never leave a network (RFC 6761, RFC 6762, RFC 8375). */
function isLocalName(hostname: string): boolean {
  const name = hostname.replace(/\.$/, "");
  return !name.includes(".") || /\.(localhost|local|internal|home\.arpa)$/i.test(name);
}
