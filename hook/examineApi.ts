import type { Verdict } from "../gate/verdict.ts";
import type { Invoke } from "./examineClassifier.ts";

/** What API Gateway sends, payload format 2.0: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
const health = {
  version: "2.0",
  routeKey: "GET /healthz",
  rawPath: "/healthz",
  rawQueryString: "",
  headers: { host: "hook.example.com" },
  requestContext: {
    accountId: "anonymous",
    apiId: "hook",
    domainName: "hook.example.com",
    domainPrefix: "hook",
    http: { method: "GET", path: "/healthz", protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "snaplabel-hook" },
    requestId: "hook",
    routeKey: "GET /healthz",
    stage: "$default",
    time: "01/Jan/2026:00:00:00 +0000",
    timeEpoch: 1_767_225_600_000,
    // Where owners are kept apart, even this asks who calls.
    authorizer: { jwt: { claims: { sub: "snaplabel-hook" }, scopes: [] } },
  },
  isBase64Encoded: false,
};

/** Asks a version of the API's function whether it is well: it has to load the model for its answer. */
export async function examineApi(invoke: Invoke): Promise<readonly Verdict[]> {
  const { statusCode } = (await invoke(health)) as { statusCode?: number };
  return [{ name: "GET /healthz", passed: statusCode === 200, measured: String(statusCode), limit: "200" }];
}
