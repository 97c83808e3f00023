import { test } from "uvu";
import * as assert from "uvu/assert";
import { routes } from "../../api/routes.ts";
import { only, type Registered } from "./collect.ts";
import { program } from "./program.ts";

const name = "snaplabel-test-http";
const inputs = (found: readonly Registered[], type: string) => only(found, type, name).inputs;
const routesOf = (found: readonly Registered[]) => found.filter(({ type }) => type === "aws:apigatewayv2/route:Route");
const jwt = { apiAccess: "jwt", jwtIssuer: "https://issuer.example.com/pool", jwtAudiences: '["web"]' };

test("the gateway has a route for each of the API's, each behind the function's alias, and no other", async () => {
  const found = await program();
  assert.equal(
    routesOf(found)
      .map(({ inputs }) => inputs.routeKey)
      .sort(),
    routes.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort(),
  );
  for (const route of routesOf(found)) assert.is(route.inputs.target, `integrations/${name}-id`);
  assert.equal(inputs(found, "aws:apigatewayv2/integration:Integration"), {
    apiId: `${name}-id`,
    integrationType: "AWS_PROXY",
    integrationUri: "invoke:snaplabel-test-api",
    payloadFormatVersion: "2.0",
  });
  assert.equal(inputs(found, "aws:lambda/permission:Permission"), {
    action: "lambda:InvokeFunction",
    function: "snaplabel-test-api",
    qualifier: "live",
    principal: "apigateway.amazonaws.com",
    sourceArn: `execute:${name}/*/*`,
  });
});

test("unless told otherwise, requests are signed", async () => {
  for (const { inputs } of routesOf(await program())) {
    assert.is(inputs.authorizationType, "AWS_IAM");
    assert.is(inputs.authorizerId, undefined);
  }
});

test("tokens are those of one issuer, for named clients", async () => {
  const found = await program(jwt);
  assert.equal(inputs(found, "aws:apigatewayv2/authorizer:Authorizer"), {
    apiId: `${name}-id`,
    authorizerType: "JWT",
    identitySources: ["$request.header.Authorization"],
    jwtConfiguration: { issuer: "https://issuer.example.com/pool", audiences: ["web"] },
  });
  for (const { inputs } of routesOf(found))
    assert.equal([inputs.authorizationType, inputs.authorizerId], ["JWT", `${name}-id`]);
});

test("only who says so by name lets the world in", async () => {
  for (const { inputs } of routesOf(await program({ apiAccess: "open-to-the-world" })))
    assert.is(inputs.authorizationType, "NONE");
});

test("requests are throttled, and logged without what they carry", async () => {
  const stage = inputs(await program({ apiRequestsPerSecond: "5" }), "aws:apigatewayv2/stage:Stage");
  assert.equal(stage.defaultRouteSettings, { throttlingRateLimit: 5, throttlingBurstLimit: 10 });
  assert.is(stage.accessLogSettings.destinationArn, `arn:${name}:LogGroup`);
  const fields = Object.keys(JSON.parse(stage.accessLogSettings.format));
  assert.ok(fields.includes("status") && !fields.some((field) => /query|header|authorizer/i.test(field)));
});

test("pages of other origins may call only where their origin is configured", async () => {
  assert.equal(inputs(await program(), "aws:apigatewayv2/api:Api"), { protocolType: "HTTP" });
  const { corsConfiguration } = inputs(
    await program({ corsOrigins: '["https://example.com"]' }),
    "aws:apigatewayv2/api:Api",
  );
  assert.equal(corsConfiguration.allowOrigins, ["https://example.com"]);
});

test.run();
