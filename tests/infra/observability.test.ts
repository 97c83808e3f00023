import { test } from "uvu";
import * as assert from "uvu/assert";
import { only, type Registered } from "./collect.ts";
import { program } from "./program.ts";

const inputsOf = (found: readonly Registered[], type: string) =>
  found.filter((resource) => resource.type === type).map(({ inputs }) => inputs);

const alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

test("every alarm tells the topic, and silence is none", async () => {
  const found = await program();
  const alarms = inputsOf(found, alarm);
  assert.is(alarms.length, 8);
  for (const { alarmActions, okActions, treatMissingData, comparisonOperator } of alarms)
    assert.equal(
      [alarmActions, okActions, treatMissingData, comparisonOperator],
      [["arn:snaplabel-test:Topic"], ["arn:snaplabel-test:Topic"], "notBreaching", "GreaterThanThreshold"],
    );
});

test("one message in the dead-letter queue is enough", async () => {
  const { inputs } = only(await program(), alarm, "snaplabel-test-dead-letters");
  assert.equal(
    [inputs.dimensions, inputs.metricName, inputs.statistic, inputs.threshold],
    [{ QueueName: "snaplabel-test-uploads-dead" }, "ApproximateNumberOfMessagesVisible", "Maximum", 0],
  );
});

test("the slow alarm follows the timeout", async () => {
  const { inputs } = only(await program({ timeoutSeconds: "100" }), alarm, "snaplabel-test-slow");
  assert.equal([inputs.extendedStatistic, inputs.threshold, inputs.statistic], ["p95", 80_000, undefined]);
});

test("rates are the averages of what the handler reports for each image", async () => {
  const { inputs } = only(await program(), alarm, "snaplabel-test-rejections");
  assert.equal(
    [inputs.namespace, inputs.metricName, inputs.statistic, inputs.dimensions],
    ["snaplabel", "Rejections", "Average", { service: "snaplabel-test" }],
  );
});

test("alarms and dashboard show what this stack's function writes, not that of another stack of the account", async () => {
  const found = await program();
  const { environment } = only(found, "aws:lambda/function:Function", "snaplabel-test-classify").inputs;
  const service = environment.variables.POWERTOOLS_SERVICE_NAME;
  const own = inputsOf(found, alarm).filter(({ namespace }) => namespace === "snaplabel");
  assert.equal(
    own.map(({ dimensions }) => dimensions),
    own.map(() => ({ service })),
  );
  const { widgets } = JSON.parse(only(found, "aws:cloudwatch/dashboard:Dashboard").inputs.dashboardBody);
  const shown = widgets.flatMap(({ properties }: { properties: { metrics: string[][] } }) => properties.metrics);
  const metrics = shown.filter(([namespace]: string[]) => namespace === "snaplabel");
  assert.is(metrics.length, 7);
  for (const [, , dimension, value] of metrics) assert.equal([dimension, value], ["service", service]);
});

test("somebody is told by e-mail where the stack names an address", async () => {
  const subscription = "aws:sns/topicSubscription:TopicSubscription";
  assert.equal(inputsOf(await program(), subscription), []);
  const found = await program({ alarmEmail: "ann@example.com" });
  assert.equal(inputsOf(found, subscription), [
    { topic: "arn:snaplabel-test:Topic", protocol: "email", endpoint: "ann@example.com" },
  ]);
});

test("the topic is told before the month's budget is spent, and when that is foreseen", async () => {
  const [budget] = inputsOf(await program(), "aws:budgets/budget:Budget");
  assert.is(budget.limitAmount, "3");
  assert.equal(
    budget.notifications.map((notice: Record<string, unknown>) => [
      ...[notice["notificationType"], notice["threshold"], notice["thresholdType"], notice["subscriberSnsTopicArns"]],
    ]),
    ["ACTUAL", "FORECASTED"].map((type) => [type, 80, "PERCENTAGE", ["arn:snaplabel-test:Topic"]]),
  );
});

test("CloudWatch and Budgets of this account alone may publish to the topic", async () => {
  const found = await program();
  assert.is(inputsOf(found, "aws:sns/topic:Topic").length, 1);
  const { Statement } = JSON.parse(only(found, "aws:sns/topicPolicy:TopicPolicy").inputs.policy);
  const allow = Statement.find(({ Effect }: { Effect: string }) => Effect === "Allow");
  assert.equal(
    [allow.Principal, allow.Condition],
    [
      { Service: ["cloudwatch.amazonaws.com", "budgets.amazonaws.com"] },
      { StringEquals: { "aws:SourceAccount": "123456789012" } },
    ],
  );
});

test("the dashboard's widgets lie beside and below each other, never over", async () => {
  const { widgets } = JSON.parse(only(await program(), "aws:cloudwatch/dashboard:Dashboard").inputs.dashboardBody);
  const cells = widgets.map(({ x, y }: { x: number; y: number }) => `${x},${y}`);
  assert.is(new Set(cells).size, 6);
  for (const { x, width } of widgets) assert.ok(x + width <= 24);
});

test("saved queries read the function's log", async () => {
  const queries = inputsOf(await program(), "aws:cloudwatch/queryDefinition:QueryDefinition");
  assert.is(queries.length, 5);
  for (const { logGroupNames, name } of queries) {
    assert.equal(logGroupNames, ["snaplabel-test-classify"]);
    assert.match(name, /^snaplabel-test\//);
  }
});

test.run();
