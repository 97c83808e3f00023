import { test } from "uvu";
import * as assert from "uvu/assert";
import { only, type Registered } from "./collect.ts";
import { program } from "./program.ts";

const named = (found: readonly Registered[], type: string) => only(found, type, "snaplabel-test-classify").inputs;

test("the function runs an image by digest, is published, traced, and logs where its logs expire", async () => {
  const found = await program();
  const { role: _role, environment: _environment, ...inputs } = named(found, "aws:lambda/function:Function");
  assert.equal(inputs, {
    packageType: "Image",
    imageUri: `registry/snaplabel-test@sha256:${"a".repeat(64)}`,
    architectures: ["arm64"],
    memorySize: 1769,
    timeout: 60,
    publish: true,
    loggingConfig: { logFormat: "JSON", logGroup: "snaplabel-test-classify" },
    tracingConfig: { mode: "Active" },
    deadLetterConfig: { targetArn: "arn:snaplabel-test-uploads-dead:Queue" },
  });
  assert.is(named(found, "aws:cloudwatch/logGroup:LogGroup").retentionInDays, 30);
});

test("the handler is told its table, its model, its threads and how long results live", async () => {
  const { environment } = named(await program({ keepResultsDays: "90", threads: "2" }), "aws:lambda/function:Function");
  assert.equal(environment.variables, {
    TABLE_NAME: "snaplabel-test-results",
    POWERTOOLS_SERVICE_NAME: "snaplabel-test",
    INFERENCE_THREADS: "2",
    RESULT_KEEP_DAYS: "90",
  });
});

test("the queue feeds the alias, takes back single messages, and is held to its concurrency", async () => {
  const found = await program({ maximumConcurrency: "7", batchSize: "5" });
  assert.is(named(found, "aws:lambda/alias:Alias").functionVersion, "7");
  assert.equal(named(found, "aws:lambda/eventSourceMapping:EventSourceMapping"), {
    functionName: "arn:snaplabel-test-classify:Alias",
    eventSourceArn: "arn:snaplabel-test-uploads:Queue",
    batchSize: 5,
    maximumBatchingWindowInSeconds: 1,
    functionResponseTypes: ["ReportBatchItemFailures"],
    scalingConfig: { maximumConcurrency: 7 },
  });
});

test("concurrency is reserved and provisioned only where the stack says so", async () => {
  const type = "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig";
  assert.not.ok((await program()).some((resource) => resource.type === type));
  const found = await program({ reservedConcurrency: "20", provisionedConcurrency: "2" });
  assert.is(named(found, "aws:lambda/function:Function").reservedConcurrentExecutions, 20);
  assert.equal(named(found, type), {
    functionName: "snaplabel-test-classify",
    qualifier: "live",
    provisionedConcurrentExecutions: 2,
  });
});

test("only Lambda takes the role", async () => {
  const [statement] = JSON.parse(named(await program(), "aws:iam/role:Role").assumeRolePolicy).Statement;
  assert.equal([statement.Principal, statement.Action], [{ Service: "lambda.amazonaws.com" }, "sts:AssumeRole"]);
});

test.run();
