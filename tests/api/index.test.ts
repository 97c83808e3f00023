import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { localCredentials } from "../../local/stack/localCredentials.ts";
import { sampleEvent } from "../events.ts";
import { repositoryPath } from "../paths.ts";
import { withStack } from "../stack.ts";

interface GatewayEvent {
  rawPath: string;
  rawQueryString: string;
  body?: string;
  isBase64Encoded: boolean;
  headers: Record<string, string>;
  requestContext: {
    domainName: string;
    http: { method: string; path: string };
    authorizer?: { jwt: { claims: Record<string, string> } };
  };
}

/** The documented event of an HTTP API, payload format 2.0, for another request of somebody who logged in. */
function gatewayEvent(method: string, path: string, body?: Buffer): GatewayEvent {
  const { body: _body, ...event } = sampleEvent<GatewayEvent>("http-api");
  const { authorizer: _authorizer, ...context } = event.requestContext;
  return {
    ...event,
    rawPath: path,
    rawQueryString: "",
    headers: { host: event.requestContext.domainName, "content-type": "application/json" },
    ...(body ? { body: body.toString("base64") } : {}),
    isBase64Encoded: body !== undefined,
    requestContext: {
      ...context,
      http: { ...event.requestContext.http, method, path },
      authorizer: { jwt: { claims: { sub: "ann" } } },
    },
  };
}

test("the Lambda entry answers the gateway's events and knows who calls", async () => {
  await withStack(async (stack) => {
    Object.assign(process.env, {
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
      AWS_ENDPOINT_URL_S3: stack.s3Endpoint,
      AWS_ENDPOINT_URL_DYNAMODB: stack.dynamoDbEndpoint,
      TABLE_NAME: stack.tableName,
      BUCKET_NAME: stack.bucket,
      MODEL_MANIFEST: repositoryPath("model/manifest.json"),
      ISOLATE_OWNERS: "true",
    });
    const { handler } = await import("../../api/index.ts");
    const invoke = async (event: GatewayEvent) => {
      // biome-ignore lint/suspicious/noExplicitAny: hono's types know more fields than the documented sample has.
      const answer = (await handler(event as any, {} as any)) as { statusCode: number; body: string };
      return { status: answer.statusCode, json: JSON.parse(answer.body) };
    };
    const image = Buffer.from(readFileSync(repositoryPath("test_images/cat.jpg")));
    const classified = await invoke({
      ...gatewayEvent("POST", "/classify", image),
      headers: { host: "api.example.com", "content-type": "image/jpeg" },
    });
    assert.equal([classified.status, classified.json.labels[0].label], [200, "tiger cat"]);
    const upload = await invoke(gatewayEvent("POST", "/uploads", Buffer.from('{"contentType":"image/png"}')));
    assert.is(upload.status, 201);
    const pending = await invoke(gatewayEvent("GET", `/results/${upload.json.id}`));
    assert.equal([pending.json.status, pending.json.owner], ["pending", "ann"]);
  });
});

test.run();
