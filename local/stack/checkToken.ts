import type { Context, MiddlewareHandler } from "hono";
import { createRemoteJWKSet, jwtVerify } from "jose";
import { Problem } from "../../api/problem.ts";
import type { LoginSettings } from "../../web/pageSettings.ts";

const callerKey = "caller";

/**
 * Checks bearer tokens as the gateway's JWT authorizer does: signature by a key of the issuer, RS256, issuer, audience
 * or client, not before, expiry. See https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export function checkToken({ issuer, clientId, audience }: LoginSettings): MiddlewareHandler {
  const keys = discoverKeys(issuer);
  return async (context, next) => {
    const [, token] = /^Bearer (\S+)$/i.exec(context.req.header("authorization") ?? "") ?? [];
    try {
      const { payload } = await jwtVerify(token ?? "", await keys(), {
        ...{ issuer, algorithms: ["RS256"], requiredClaims: ["exp", "sub"] },
      });
      // Cognito's access tokens name the client instead of an audience.
      const named = [payload.aud ?? payload["client_id"]].flat();
      if (!named.includes(audience ?? clientId)) throw new Error("audience");
      context.set(callerKey, payload.sub);
    } catch {
      return new Problem(
        "unauthenticated",
        "authorization: expected the valid token of a person who logged in",
      ).toResponse();
    }
    return next();
  };
}

/** Whose token it was. */
export function callerOf(context: Context): string | undefined {
  return context.get(callerKey);
}

/** The issuer's keys, found where OpenID Connect Discovery says; asked for when the first token comes. */
function discoverKeys(issuer: string) {
  let keys: Promise<ReturnType<typeof createRemoteJWKSet>> | undefined;
  const discover = async () => {
    const answer = await fetch(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
    const { jwks_uri } = (await answer.json()) as { jwks_uri: string };
    return createRemoteJWKSet(new URL(jwks_uri));
  };
  return () => {
    keys ??= discover().catch((error) => {
      keys = undefined;
      throw error;
    });
    return keys;
  };
}
