import { test } from "uvu";
import * as assert from "uvu/assert";
import { readApi } from "../../../infra/config/readApi.ts";
import { readWith } from "./readWith.ts";

function read(values: Readonly<Record<string, string>>) {
  const { value: api, problems } = readWith(readApi, values);
  return { api, problems };
}

test("without any key, requests are signed and throttled", () => {
  const { api } = read({});
  assert.equal(api, { access: { kind: "iam" }, isolateOwners: false, requestsPerSecond: 20 });
});

test("tokens need an issuer and an audience", () => {
  assert.equal(read({ apiAccess: "jwt" }).problems, [
    'jwtIssuer: expected the address of an OIDC issuer, as apiAccess is jwt, got "nothing"',
    'jwtAudiences: expected at least one client, as apiAccess is jwt, got "nothing"',
  ]);
  const { api } = read({ apiAccess: "jwt", jwtIssuer: "https://a.example/pool", jwtAudiences: '["web"]' });
  assert.equal(api.access, { kind: "jwt", issuer: "https://a.example/pool", audiences: ["web"] });
  assert.is(read({ apiAccess: "jwt", jwtIssuer: "http://a.example", jwtAudiences: '["web"]' }).problems.length, 2);
});

test("open is no word for the world", () => {
  assert.match(read({ apiAccess: "open" }).problems[0]!, /expected one of iam, jwt, open-to-the-world, got "open"/);
  assert.is(read({ apiAccess: "open-to-the-world" }).api.access.kind, "open-to-the-world");
});

test("owners cannot be kept apart where nobody logs in", () => {
  assert.is(read({ apiAccess: "open-to-the-world", isolateOwners: "true" }).problems.length, 1);
  assert.is(read({ isolateOwners: "true" }).problems.length, 0);
});

test("a domain comes with its certificate", () => {
  assert.match(read({ apiDomain: "images.example.com" }).problems[0]!, /^apiCertificateArn: .*together/);
  const apiCertificateArn = "arn:aws:acm:eu-central-1:123456789012:certificate/1-2";
  assert.match(read({ apiCertificateArn }).problems[0]!, /^apiDomain: .*together/);
  const { domain } = read({ apiDomain: "images.example.com", apiCertificateArn }).api;
  assert.equal(domain, { name: "images.example.com", certificateArn: apiCertificateArn });
});

test.run();
