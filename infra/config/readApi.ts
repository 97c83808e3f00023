import { present } from "./present.ts";
import { readDomain } from "./readDomain.ts";
import type { KeyReader } from "./readKeys.ts";
import type { ApiAccess, StackConfig } from "./stackConfig.ts";

/** Reads who may call the API, how often and under which name. */
export function readApi(keys: KeyReader): StackConfig["api"] {
  const access = readAccess(keys);
  const isolateOwners = keys.flag("isolateOwners", false);
  if (isolateOwners && access.kind === "open-to-the-world")
    keys.problem("isolateOwners", "false where nobody logs in (apiAccess)", "true");
  return present({
    access,
    isolateOwners,
    requestsPerSecond: keys.whole("apiRequestsPerSecond", [1, 10_000], 20),
    domain: readDomain(keys, "api"),
  });
}

function readAccess(keys: KeyReader): ApiAccess {
  const kind = keys.choice("apiAccess", ["iam", "jwt", "open-to-the-world"], "iam");
  const issuer = keys.text("jwtIssuer", /^https:\/\/[^\s?#]+$/, "the address of an OIDC issuer, https://…");
  const audiences = keys.list("jwtAudiences", /^\S{1,200}$/, "the id of a client");
  if (kind !== "jwt") return { kind };
  if (!issuer) keys.problem("jwtIssuer", "the address of an OIDC issuer, as apiAccess is jwt", "nothing");
  // A token for another application of the same issuer would be let in.
  if (audiences.length === 0) keys.problem("jwtAudiences", "at least one client, as apiAccess is jwt", "nothing");
  return { kind, issuer: issuer ?? "", audiences };
}
