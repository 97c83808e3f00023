import { present } from "./present.ts";
import { readDomain } from "./readDomain.ts";
import type { KeyReader } from "./readKeys.ts";
import type { ApiAccess, PageConfig } from "./stackConfig.ts";

/** Reads whether there is a page, and how people log in to it. */
export function readPage(keys: KeyReader, access: ApiAccess): PageConfig | undefined {
  const wanted = keys.flag("page", false);
  const clientId = keys.text("pageClientId", /^\S{1,200}$/, "the id of a client");
  const loginOrigins = keys.list("pageLoginOrigins", /^https:\/\/[^/*\s]+$/, "an origin like https://example.com");
  const domain = readDomain(keys, "page", "us-east-1");
  if (!wanted) return undefined;
  // A browser has no keys of IAM to sign with.
  if (access.kind === "iam") keys.problem("page", "false while apiAccess is iam: pages need jwt", "true");
  const login = access.kind === "jwt" ? readLogin(access, clientId) : undefined;
  return present({ login, loginOrigins, domain });
}

function readLogin({ issuer, audiences }: Extract<ApiAccess, { kind: "jwt" }>, clientId = audiences[0] ?? "") {
  return { issuer, clientId, ...(audiences.includes(clientId) ? {} : { audience: audiences[0]! }) };
}
