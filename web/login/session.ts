import * as oauth from "oauth4webapi";
import type { LoginSettings } from "../pageSettings.ts";

/** Who sits at the page. */
export interface Session {
  /** Sent with each request; undefined where nobody logs in, or not yet. */
  readonly token: () => string | undefined;
  /** True while somebody has to log in first. */
  readonly needed: () => boolean;
  readonly logIn: () => Promise<void>;
  readonly logOut: () => void;
}

const [tokenKey, pendingKey] = ["snaplabel-token", "snaplabel-login"];

/**
 * Opens the session of a page; finishes a login that the provider has just sent back here.
 * Authorization code with PKCE, as RFC 9700 (2.1.1) asks of pages; the token lives as long as the tab.
 */
export async function openSession(login: LoginSettings | undefined): Promise<Session> {
  if (!login) return { token: () => undefined, needed: () => false, logIn: async () => undefined, logOut: () => {} };
  if (new URLSearchParams(location.search).has("state")) await finishLogin(login);
  const token = () => sessionStorage.getItem(tokenKey) ?? undefined;
  return {
    token,
    needed: () => token() === undefined,
    logIn: () => startLogin(login),
    logOut: () => sessionStorage.removeItem(tokenKey),
  };
}

async function startLogin({ issuer, clientId, audience }: LoginSettings): Promise<void> {
  const server = await discover(issuer);
  const [verifier, state] = [oauth.generateRandomCodeVerifier(), oauth.generateRandomState()];
  sessionStorage.setItem(pendingKey, JSON.stringify({ verifier, state }));
  const address = new URL(server.authorization_endpoint!);
  const query = {
    ...{ response_type: "code", client_id: clientId, redirect_uri: redirectUri(), scope: "openid", state },
    ...{ code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: "S256" },
    ...(audience ? { audience } : {}),
  };
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  location.assign(address);
}

async function finishLogin({ issuer, clientId }: LoginSettings): Promise<void> {
  const answer = new URL(location.href);
  // Once used, the code stands in no history and in no bookmark.
  history.replaceState(null, "", redirectUri());
  const pending = sessionStorage.getItem(pendingKey);
  sessionStorage.removeItem(pendingKey);
  if (!pending) return;
  const { verifier, state } = JSON.parse(pending) as { verifier: string; state: string };
  const [server, client] = [await discover(issuer), { client_id: clientId }];
  const parameters = oauth.validateAuthResponse(server, client, answer, state);
  const response = await oauth.authorizationCodeGrantRequest(
    ...[server, client, oauth.None(), parameters, redirectUri(), verifier, insecureOnlyHere(issuer)],
  );
  const { access_token } = await oauth.processAuthorizationCodeResponse(server, client, response);
  sessionStorage.setItem(tokenKey, access_token);
}

async function discover(issuer: string): Promise<oauth.AuthorizationServer> {
  const address = new URL(issuer);
  return oauth.processDiscoveryResponse(address, await oauth.discoveryRequest(address, insecureOnlyHere(issuer)));
}

/** A provider on this computer needs no certificate. */
function insecureOnlyHere(issuer: string) {
  const here = ["localhost", "127.0.0.1"].includes(new URL(issuer).hostname);
  return here ? { [oauth.allowInsecureRequests]: true } : {};
}

function redirectUri(): string {
  return `${location.origin}/`;
}
