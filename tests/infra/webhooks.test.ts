import { test } from "uvu";
import * as assert from "uvu/assert";
import { only } from "./collect.ts";
import { program } from "./program.ts";

const name = "snaplabel-test-webhooks";
const build = () => program({ webhooks: "true" });

test("of all changes of the table, a pipe passes on results that somebody waits for, by their id", async () => {
  const { inputs } = only(await build(), "aws:pipes/pipe:Pipe", name);
  assert.is(inputs.source, "stream:snaplabel-test-results");
  const [{ pattern }] = inputs.sourceParameters.filterCriteria.filters;
  assert.equal(JSON.parse(pattern).dynamodb.OldImage, { status: { S: ["pending"] } });
  assert.equal(inputs.targetParameters.inputTemplate, '{"id": <$.dynamodb.Keys.id.S>}');
  assert.is(inputs.sourceParameters.dynamodbStreamParameters.deadLetterConfig.arn, `arn:${name}-dead:Queue`);
  const { assumeRolePolicy } = only(await build(), "aws:iam/role:Role", `${name}-pipe`).inputs;
  assert.equal(JSON.parse(assumeRolePolicy).Statement[0].Condition, {
    StringEquals: { "aws:SourceAccount": "123456789012" },
  });
});

test("a message is tried nine times, then set aside, where an alarm watches", async () => {
  const queue = only(await build(), "aws:sqs/queue:Queue", name).inputs;
  assert.is(JSON.parse(queue.redrivePolicy).maxReceiveCount, 9);
  const alarm = only(await build(), "aws:cloudwatch/metricAlarm:MetricAlarm", "snaplabel-test-webhook-dead-letters");
  assert.equal(alarm.inputs.dimensions, { QueueName: `${name}-dead` });
});

test("the function answers message by message, and does not outlast the queue's patience", async () => {
  const { inputs } = only(await build(), "aws:lambda/function:Function", name);
  assert.equal(inputs.imageConfig.commands, ["webhook.handler"]);
  const mapping = only(await build(), "aws:lambda/eventSourceMapping:EventSourceMapping", name).inputs;
  assert.equal(mapping.functionResponseTypes, ["ReportBatchItemFailures"]);
  // Ten seconds for each receiver.
  assert.ok(mapping.batchSize * 10 < inputs.timeout);
});

test("the table has a stream where webhooks are on, and the API takes them only there", async () => {
  const streams = async (keys: Record<string, string>) => {
    const all = await program(keys);
    const api = only(all, "aws:lambda/function:Function", "snaplabel-test-api").inputs;
    const table = only(all, "aws:dynamodb/table:Table").inputs;
    return [table.streamEnabled, api.environment.variables.WEBHOOKS];
  };
  assert.equal(await streams({ webhooks: "true" }), [true, "true"]);
  assert.equal(await streams({}), [undefined, "false"]);
});

test.run();
