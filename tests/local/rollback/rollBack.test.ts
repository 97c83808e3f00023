import { LambdaClient } from "@aws-sdk/client-lambda";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { rollBack } from "../../../local/rollback/rollBack.ts";
import { localCredentials } from "../../../local/stack/localCredentials.ts";
import { type Recorded, type Reply, withRecordingServer } from "../../recordingServer.ts";
import { rejection } from "../../rejection.ts";

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
/** Of each function: its versions, and their images. */
const functions: Record<string, Record<string, string>> = {
  classify: { 1: digest("a"), 2: digest("b"), 3: digest("c") },
  api: { 4: digest("a"), 5: digest("b"), 6: digest("b"), 7: digest("c") },
};

/** Shapes: https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html */
function lambda({ method, path }: Recorded): Reply {
  const [, name = "", rest = ""] = /functions\/(\w+)(.*)$/.exec(path) ?? [];
  const versions = functions[name]!;
  if (rest.startsWith("/versions"))
    return {
      body: { Versions: ["$LATEST", ...Object.keys(versions)].map((Version) => ({ FunctionName: name, Version })) },
    };
  if (rest.startsWith("/aliases/live"))
    return { body: { Name: "live", FunctionVersion: method === "GET" ? Object.keys(versions).at(-1) : "?" } };
  const version = /Qualifier=(\d+)/.exec(rest)![1]!;
  return { body: { Code: { ImageUri: "r/i:tag", ResolvedImageUri: `r/i@${versions[version]}` } } };
}

const client = (endpoint: string) => new LambdaClient({ endpoint, region: "us-east-1", credentials: localCredentials });

test("all functions go back to the same image, with one call each", async () => {
  await withRecordingServer(lambda, async (endpoint, recorded) => {
    const moved = await rollBack(client(endpoint), ["classify", "api"]);
    assert.equal(moved, [
      { functionName: "classify", from: "3", to: "2", digest: digest("b") },
      { functionName: "api", from: "7", to: "6", digest: digest("b") },
    ]);
    const updates = recorded.filter(({ method }) => method === "PUT").map(({ body }) => JSON.parse(body));
    assert.equal(updates, [
      { FunctionVersion: "2", RoutingConfig: { AdditionalVersionWeights: {} } },
      { FunctionVersion: "6", RoutingConfig: { AdditionalVersionWeights: {} } },
    ]);
  });
});

test("nothing moves when one of them has no such image", async () => {
  await withRecordingServer(lambda, async (endpoint, recorded) => {
    const failure = await rejection(rollBack(client(endpoint), ["classify", "api"], digest("d")));
    assert.match(failure.message, /--to: expected a version or a digest that is there/);
    assert.not.ok(recorded.some(({ method }) => method === "PUT"));
  });
});

test.run();
