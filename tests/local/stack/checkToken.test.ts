import type { webcrypto } from "node:crypto";
import { createServer } from "node:http";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { closeServer } from "../../../local/stack/closeServer.ts";
import { listen } from "../../../local/stack/listen.ts";
import { sample } from "../../paths.ts";
import { withStack } from "../../stack.ts";

const clientId = "snaplabel-page";

interface Provider {
  readonly issuer: string;
  readonly sign: (
    change?: JWTPayload,
    header?: Record<string, unknown>,
    key?: webcrypto.CryptoKey | Uint8Array,
  ) => Promise<string>;
  readonly foreignKey: webcrypto.CryptoKey;
  readonly publicKey: Uint8Array;
}

/** An OpenID provider with one key, in front of a stack that asks for its tokens. */
async function withLogin(use: (endpoint: string, provider: Provider) => Promise<void>): Promise<void> {
  const [own, foreign] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  const jwk = await exportJWK(own.publicKey);
  const server = createServer(({ url }, response) => {
    const told =
      url === "/keys" ? { keys: [{ ...jwk, kid: "one", alg: "RS256", use: "sig" }] } : { jwks_uri: `${issuer}/keys` };
    response.setHeader("content-type", "application/json").end(JSON.stringify(told));
  });
  const issuer = await listen(server, 0, "--port");
  const now = Math.floor(Date.now() / 1000);
  const sign: Provider["sign"] = (change = {}, header = {}, key = own.privateKey) =>
    new SignJWT({ iss: issuer, aud: clientId, sub: "ann", exp: now + 300, ...change })
      .setProtectedHeader({ alg: "RS256", kid: "one", ...header })
      .sign(key);
  const publicKey = new TextEncoder().encode(JSON.stringify(jwk));
  try {
    await withStack(
      ({ apiEndpoint }) => use(apiEndpoint, { issuer, sign, foreignKey: foreign.privateKey, publicKey }),
      { login: { issuer, clientId } },
    );
  } finally {
    await closeServer(server);
  }
}

const status = async (endpoint: string, token?: string) =>
  (await fetch(`${endpoint}/results`, token ? { headers: { authorization: `Bearer ${token}` } } : {})).status;

test("a token of the issuer for this page is taken, whether it names an audience or a client", async () => {
  await withLogin(async (endpoint, { sign }) => {
    assert.is(await status(endpoint, await sign()), 200);
    assert.is(await status(endpoint, await sign({ aud: ["other", clientId] })), 200);
    assert.is(await status(endpoint, await sign({ aud: undefined as never, client_id: clientId })), 200);
  });
});

test("forged, foreign, stale and unsigned tokens are refused, each with 401", async () => {
  await withLogin(async (endpoint, { issuer, sign, foreignKey, publicKey }) => {
    const past = Math.floor(Date.now() / 1000) - 60;
    const none = new UnsecuredJWT({ sub: "ann" })
      .setIssuer(issuer)
      .setAudience(clientId)
      .setExpirationTime("5m")
      .encode();
    const good = await sign();
    const [header, , signature] = good.split(".");
    const other = Buffer.from(JSON.stringify({ iss: issuer, aud: clientId, sub: "eve", exp: past + 9999 })).toString(
      "base64url",
    );
    const tokens: Record<string, string | undefined> = {
      missing: undefined,
      nonsense: "a.b.c",
      "wrong issuer": await sign({ iss: "https://evil.example" }),
      "wrong audience": await sign({ aud: "another-page" }),
      "no audience": await sign({ aud: undefined as never }),
      expired: await sign({ exp: past }),
      "without expiry": await sign({ exp: undefined as never }),
      "not yet": await sign({ nbf: past + 3600 }),
      "without subject": await sign({ sub: undefined as never }),
      "alg none": none,
      "foreign key": await sign({}, {}, foreignKey),
      "unknown key": await sign({}, { kid: "two" }),
      "public key as a secret": await sign({}, { alg: "HS256" }, publicKey),
      "changed claims": `${header}.${other}.${signature}`,
    };
    for (const [name, token] of Object.entries(tokens)) assert.is(await status(endpoint, token), 401, name);
  });
});

test("one person's images are unseen by another", async () => {
  await withLogin(async (endpoint, { sign }) => {
    const [ann, eve] = [await sign(), await sign({ sub: "eve" })];
    const call = (token: string, path: string, init: RequestInit = {}) =>
      fetch(`${endpoint}${path}`, {
        ...init,
        headers: { authorization: `Bearer ${token}`, "x-confirm": "delete-all-results" },
      });
    const body = JSON.stringify({ contentType: "image/jpeg", fileName: "ann.jpg" });
    const form = (await (await call(ann, "/uploads", { method: "POST", body })).json()) as {
      id: string;
      url: string;
      fields: Record<string, string>;
    };
    const data = new FormData();
    for (const [name, value] of Object.entries(form.fields)) data.append(name, value);
    data.append("file", new Blob([Uint8Array.from(sample("cat.jpg"))]));
    assert.is((await fetch(form.url, { method: "POST", body: data })).status, 204);
    const own = (await (await call(ann, `/results/${form.id}?wait=20`)).json()) as { status: string; owner: string };
    assert.equal([own.status, own.owner], ["classified", "ann"]);
    for (const path of [`/results/${form.id}`, `/results/${form.id}/image`])
      assert.is((await call(eve, path)).status, 404, path);
    assert.is((await call(eve, `/results/${form.id}`, { method: "DELETE" })).status, 404);
    const label = { method: "PUT", body: JSON.stringify({ label: "mine" }) };
    assert.is((await call(eve, `/results/${form.id}/label`, label)).status, 404);
    for (const path of ["/results", "/results?label=tiger%20cat", "/export.jsonl", "/labels"])
      assert.not.match(await (await call(eve, path)).text(), /ann|tiger cat/, path);
    await call(eve, "/results", { method: "DELETE" });
    assert.is((await call(ann, `/results/${form.id}`)).status, 200);
  });
});

test.run();
