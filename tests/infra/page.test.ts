import { readFile } from "node:fs/promises";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { routes } from "../../api/routes.ts";
import { only, type Registered, statements } from "./collect.ts";
import { program } from "./program.ts";

const name = "snaplabel-test-page";
const jwt = { apiAccess: "jwt", jwtIssuer: "https://issuer.example.com/pool", jwtAudiences: '["web"]' };
const build = () => program({ page: "true", ...jwt, pageLoginOrigins: '["https://token.example.com"]' });
const inputs = (all: readonly Registered[], type: string, which = name) => only(all, type, which).inputs;

test("the page's files lie in a bucket that only its own distribution reads", async () => {
  const all = await build();
  const [, allow] = statements(inputs(all, "aws:s3/bucketPolicy:BucketPolicy").policy);
  assert.equal(allow, {
    Sid: "CloudFrontReads",
    Effect: "Allow",
    Principal: { Service: "cloudfront.amazonaws.com" },
    Action: "s3:GetObject",
    Resource: `arn:${name}:Bucket/*`,
    Condition: { StringEquals: { "AWS:SourceArn": `arn:${name}:Distribution` } },
  } as never);
  assert.equal(inputs(all, "aws:cloudfront/originAccessControl:OriginAccessControl"), {
    ...{ originAccessControlOriginType: "s3", signingBehavior: "always", signingProtocol: "sigv4" },
  });
  const objects = all.filter(({ type }) => type === "aws:s3/bucketObjectv2:BucketObjectv2");
  const types = Object.fromEntries(objects.map(({ inputs }) => [inputs.key, inputs.contentType]));
  assert.is(types["index.html"], "text/html; charset=utf-8");
  assert.is(types["here/vips.wasm"], "application/wasm");
  assert.ok("model/efficientnet-lite0.onnx" in types);
  const script = objects.find(({ inputs }) => inputs.key === "app.js")!;
  assert.match(await readFile(await script.inputs.source.path, "utf8"), /Drop|drop/);
});

test("each route of the API goes to the gateway, uncached and with its token; all else to the files", async () => {
  const { orderedCacheBehaviors, defaultCacheBehavior, origins } = inputs(
    await build(),
    "aws:cloudfront/distribution:Distribution",
  );
  const patterns = orderedCacheBehaviors
    .filter(({ targetOriginId }: { targetOriginId: string }) => targetOriginId === "api")
    .map(({ pathPattern }: { pathPattern: string }) => pathPattern);
  for (const { path } of routes) {
    const example = path.replaceAll(/\{\w+\}/g, "x".repeat(22));
    const matching = patterns.filter((pattern: string) =>
      new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(example),
    );
    assert.ok(matching.length > 0, path);
  }
  for (const behaviour of orderedCacheBehaviors.slice(1)) {
    assert.is(behaviour.cachePolicyId, "4135ea2d-6df8-44a3-9df3-4b5a84be39ad");
    assert.is(behaviour.originRequestPolicyId, "b689b0a8-53d0-40ab-baf2-38738e2966ac");
  }
  assert.is(defaultCacheBehavior.targetOriginId, "files");
  assert.is(origins[1].domainName, "snaplabel-test-http.example.com");
});

test("the page has the headers that it has on a laptop, and only the model's workers may evaluate", async () => {
  const type = "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy";
  const policy = (which: string, all: readonly Registered[]) =>
    inputs(all, type, which).securityHeadersConfig.contentSecurityPolicy.contentSecurityPolicy;
  const all = await build();
  assert.match(
    policy(name, all),
    /connect-src 'self' https:\/\/snaplabel-test-images\.s3\.eu-central-1\.amazonaws\.com https:\/\/issuer\.example\.com https:\/\/token\.example\.com/,
  );
  assert.not.match(policy(name, all), /'unsafe-eval'/);
  assert.match(policy(`${name}-model`, all), /'unsafe-eval'/);
  const custom = inputs(all, type).customHeadersConfig.items.map(({ header }: { header: string }) => header);
  assert.ok(custom.includes("cross-origin-embedder-policy") && !custom.includes("content-security-policy"));
});

test("it knows where to log in, and may use the images' bucket", async () => {
  const all = await build();
  const settings = all.find(({ name: own }) => own === `${name}-settings.json`)!;
  assert.equal(JSON.parse(settings.inputs.content), {
    login: { issuer: "https://issuer.example.com/pool", clientId: "web" },
  });
  const cors = inputs(all, "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration", "snaplabel-test-images");
  assert.equal(cors.corsRules[0].allowedOrigins, [`https://${name}.cloudfront.example.com`]);
});

test("a domain of one's own is served with TLS 1.2 at least", async () => {
  const pageCertificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/1-2";
  const all = await program({ page: "true", ...jwt, pageDomain: "images.example.com", pageCertificateArn });
  const { aliases, viewerCertificate } = inputs(all, "aws:cloudfront/distribution:Distribution");
  assert.equal([aliases, viewerCertificate.minimumProtocolVersion], [["images.example.com"], "TLSv1.2_2021"]);
});

test("a stack without a page has no distribution", async () => {
  assert.not.ok((await program()).some(({ type }) => type.startsWith("aws:cloudfront/")));
});

test.run();
