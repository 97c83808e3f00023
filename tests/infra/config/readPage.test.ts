import { test } from "uvu";
import * as assert from "uvu/assert";
import { readPage } from "../../../infra/config/readPage.ts";
import type { ApiAccess } from "../../../infra/config/stackConfig.ts";
import { readWith } from "./readWith.ts";

const jwt: ApiAccess = { kind: "jwt", issuer: "https://issuer.example.com", audiences: ["web", "other"] };

function read(values: Readonly<Record<string, string>>, access: ApiAccess = jwt) {
  const { value: page, problems } = readWith((keys) => readPage(keys, access), values);
  return { page, problems };
}

test("there is no page unless it is wanted", () => {
  assert.equal(read({}), { page: undefined, problems: [] });
});

test("people log in as the first audience, or as a client of their own for that audience", () => {
  const login = { issuer: "https://issuer.example.com", clientId: "web" };
  assert.equal(read({ page: "true" }).page, { login, loginOrigins: [] });
  const other = read({ page: "true", pageClientId: "spa" }).page?.login;
  assert.equal(other, { ...login, clientId: "spa", audience: "web" });
});

test("nobody logs in where the API is open to the world", () => {
  assert.equal(read({ page: "true" }, { kind: "open-to-the-world" }).page, { loginOrigins: [] });
});

test("a browser cannot sign with IAM, and CloudFront's certificates lie in one region", () => {
  assert.match(read({ page: "true" }, { kind: "iam" }).problems[0]!, /^page: expected false while apiAccess is iam/);
  const pageCertificateArn = "arn:aws:acm:eu-central-1:123456789012:certificate/1-2";
  const { problems } = read({ page: "true", pageDomain: "images.example.com", pageCertificateArn });
  assert.match(problems[0]!, /^pageCertificateArn: expected the ARN of a certificate of us-east-1/);
});

test.run();
