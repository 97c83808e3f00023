import { test } from "uvu";
import * as assert from "uvu/assert";
import { only, type Registered } from "./collect.ts";
import { program } from "./program.ts";

const name = "snaplabel-test-traffic";
const canary = () => program({ trafficShift: "canary", canaryPercent: "20", canaryMinutes: "15" });
const inputs = (found: readonly Registered[], type: string, which = name) => only(found, type, which).inputs;

test("each function has a deployment group, whose alarms take the traffic back", async () => {
  const found = await canary();
  assert.is(inputs(found, "aws:codedeploy/application:Application").computePlatform, "Lambda");
  for (const [key, alarm] of [
    ["classify", "snaplabel-test-errors"],
    ["api", "snaplabel-test-api-errors"],
  ] as const) {
    const group = inputs(found, "aws:codedeploy/deploymentGroup:DeploymentGroup", `${name}-${key}`);
    assert.equal(group.alarmConfiguration, { enabled: true, alarms: [alarm] });
    assert.equal(group.autoRollbackConfiguration.events, ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"]);
  }
});

test("a canary has the numbers of the configuration; all at once is CodeDeploy's own", async () => {
  const config = inputs(await canary(), "aws:codedeploy/deploymentConfig:DeploymentConfig");
  assert.equal(config.trafficRoutingConfig, {
    type: "TimeBasedCanary",
    timeBasedCanary: { percentage: 20, interval: 15 },
  });
  const found = await program({ trafficShift: "all-at-once" });
  const group = inputs(found, "aws:codedeploy/deploymentGroup:DeploymentGroup", `${name}-api`);
  assert.is(group.deploymentConfigName, "CodeDeployDefault.LambdaAllAtOnce");
  assert.not.ok(found.some(({ type }) => type === "aws:codedeploy/deploymentConfig:DeploymentConfig"));
});

test("the hook is a zip of its own, knows which function is the API's, and may call both", async () => {
  const found = await canary();
  const hook = inputs(found, "aws:lambda/function:Function", `${name}-hook`);
  assert.equal([hook.runtime, hook.handler, hook.imageUri], ["nodejs24.x", "index.handler", undefined]);
  assert.equal(Object.keys(await hook.code.assets).sort(), ["golden", "index.mjs"]);
  assert.is(hook.environment.variables.API_FUNCTION_NAME, "snaplabel-test-api");
  const policy = JSON.parse(inputs(found, "aws:iam/rolePolicy:RolePolicy", `${name}-hook`).policy);
  assert.equal(policy.Statement[0].Resource, [
    "arn:snaplabel-test-classify:Function:*",
    "arn:snaplabel-test-api:Function:*",
  ]);
});

test("without a shift there is no CodeDeploy, and the alias names the newest version", async () => {
  assert.not.ok((await program()).some(({ type }) => type.startsWith("aws:codedeploy/")));
});

test.run();
