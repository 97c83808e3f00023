import { readFile } from "node:fs/promises";
import { CodeDeployClient } from "@aws-sdk/client-codedeploy";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { appSpec } from "../../delivery/appSpec.ts";
import { classifyImage } from "../../handler/classifyImage.ts";
import { createHook } from "../../hook/createHook.ts";
import { localCredentials } from "../../local/stack/localCredentials.ts";
import { repositoryPath } from "../paths.ts";
import { type Recorded, type Reply, withRecordingServer } from "../recordingServer.ts";
import { sharedClassifier } from "../sharedClassifier.ts";

const shift = {
  ...{ functionName: "snaplabel-classify", version: "8", application: "a", deploymentGroup: "g", hookFunction: "h" },
};
const event = { DeploymentId: "d-1", LifecycleEventHookExecutionId: "e-1" };

/** Answers of the golden photos by the real model, by the bytes of each. */
const answers = new Map<string, unknown>();

async function prepare(): Promise<void> {
  const classifier = await sharedClassifier();
  const { photos } = JSON.parse(await readFile(repositoryPath("golden/golden.json"), "utf8"));
  for (const { file } of photos as { file: string }[]) {
    const bytes = await readFile(repositoryPath(`golden/${file}`));
    answers.set(bytes.toString("base64"), await classifyImage(bytes, classifier));
  }
}

/** Lambda and CodeDeploy, whose function answers like this. */
const aws =
  (answer: (image: string) => unknown, functionName = shift.functionName) =>
  ({ headers, body, path }: Recorded): Reply => {
    const operation = String(headers["x-amz-target"] ?? "").split(".")[1];
    const content = appSpec({ ...shift, functionName }, "7");
    if (operation === "GetDeployment")
      return {
        body: { deploymentInfo: { revision: { revisionType: "AppSpecContent", appSpecContent: { content } } } },
      };
    if (operation) return { body: {} };
    assert.match(path, /snaplabel-\w+\/invocations\?Qualifier=8$/);
    const answered = answer(JSON.parse(body).image);
    const failed = answered instanceof Error;
    return failed
      ? { headers: { "x-amz-function-error": "Unhandled" }, body: { errorMessage: answered.message } }
      : { body: answered };
  };

async function examined(
  reply: (request: Recorded) => Reply,
): Promise<{ said: string; failed: string[]; errors: string[] }> {
  const [failed, errors]: [string[], string[]] = [[], []];
  let said = "";
  await withRecordingServer(reply, async (endpoint, recorded) => {
    const client = { endpoint, region: "us-east-1", credentials: localCredentials };
    const hook = createHook({
      ...{ codeDeploy: new CodeDeployClient(client), lambda: new LambdaClient(client) },
      ...{ apiFunctionName: "snaplabel-api", goldenFolder: repositoryPath("golden") },
      report: (_, verdicts) => failed.push(...verdicts.filter(({ passed }) => !passed).map(({ name }) => name)),
      onError: ({ message }) => errors.push(message),
    });
    const result = await hook(event);
    const put = recorded.find(({ headers }) => String(headers["x-amz-target"]).endsWith("HookExecutionStatus"))!;
    said = JSON.parse(put.body).status;
    assert.equal(JSON.parse(put.body), {
      ...{ deploymentId: "d-1", lifecycleEventHookExecutionId: "e-1", status: result },
    });
  });
  return { said, failed, errors };
}

await prepare();

test("a version that answers as the accepted model did may have traffic", async () => {
  assert.equal(await examined(aws((image) => answers.get(image))), { said: "Succeeded", failed: [], errors: [] });
});

test("a version with other answers may not, and is told by what", async () => {
  const reversed = [...answers.values()].reverse();
  let calls = 0;
  const { said, failed } = await examined(aws(() => reversed[calls++]));
  assert.is(said, "Failed");
  assert.ok(failed.includes("same top-1 as recorded"), failed.join());
});

test("a version that throws, or refuses every photo, may not", async () => {
  const thrown = await examined(aws(() => new Error("out of memory")));
  assert.is(thrown.said, "Failed");
  assert.match(thrown.errors[0]!, /snaplabel-classify:8 failed: .*out of memory/);
  assert.is((await examined(aws(() => ({ status: "rejected", code: "corrupt" })))).said, "Failed");
});

test("the API's function has to be well", async () => {
  assert.is((await examined(aws(() => ({ statusCode: 200 }), "snaplabel-api"))).said, "Succeeded");
  assert.is((await examined(aws(() => ({ statusCode: 500 }), "snaplabel-api"))).said, "Failed");
});

test("a deployment that cannot be read is refused, not left to wait", async () => {
  const { said, errors } = await examined(({ headers }) =>
    String(headers["x-amz-target"]).endsWith("GetDeployment") ? { body: { deploymentInfo: {} } } : { body: {} },
  );
  assert.is(said, "Failed");
  assert.match(errors[0]!, /appSpec: expected a resource/);
});

test.run();
