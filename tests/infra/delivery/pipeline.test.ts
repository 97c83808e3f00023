import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { glob } from "tinyglobby";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { repositoryPath } from "../../paths.ts";
import { only, type Registered } from "../collect.ts";
import { deliveryProgram, state } from "./program.ts";

const name = "snaplabel-delivery";
const found = () => deliveryProgram();

interface Action {
  readonly name: string;
  readonly category: string;
  readonly provider: string;
  readonly inputArtifacts?: readonly string[];
  readonly outputArtifacts?: readonly string[];
  readonly configuration: Record<string, string>;
}

const stagesOf = (all: readonly Registered[]): { name: string; actions: Action[] }[] =>
  only(all, "aws:codepipeline/pipeline:Pipeline").inputs.stages;

test("a commit is checked, built and gated, brought to dev, approved, and promoted; one after the other", async () => {
  const { pipelineType, executionMode } = only(await found(), "aws:codepipeline/pipeline:Pipeline").inputs;
  assert.equal([pipelineType, executionMode], ["V2", "QUEUED"]);
  const stages = stagesOf(await found());
  assert.equal(
    stages.map((stage) => [stage.name, ...stage.actions.map((action) => action.name)].join(" ")),
    [
      ...["Source source", "Check check", "Image build-and-gate", "Dev deploy-and-smoke-test"],
      ...["Approval preview-prod approve", "Prod promote-and-smoke-test"],
    ],
  );
});

test("only one stage makes an image, and both stacks get what it left", async () => {
  const actions = stagesOf(await found()).flatMap((stage) => stage.actions);
  const makers = actions.filter(({ outputArtifacts }) => outputArtifacts?.includes("image"));
  assert.equal(
    makers.map((action) => action.name),
    ["build-and-gate"],
  );
  for (const action of ["deploy-and-smoke-test", "promote-and-smoke-test", "preview-prod"])
    assert.ok(actions.find((one) => one.name === action)!.inputArtifacts!.includes("image"), action);
});

test("whoever approves is led to the gate's report and the preview", async () => {
  const { configuration } = stagesOf(await found())[4]!.actions[1]!;
  assert.is(
    configuration["ExternalEntityLink"],
    "https://eu-central-1.console.aws.amazon.com/s3/buckets/snaplabel-delivery-artifacts?region=eu-central-1",
  );
  assert.match(configuration["CustomData"]!, /gate's report .* `image`.*`preview`/);
  const spec = await readFile(repositoryPath("delivery/buildspecs/image.yml"), "utf8");
  assert.match(spec, /dist\/delivery\/gate\.html/);
});

test("each project runs a buildspec of the repository, on the image's architecture, and only Docker has privileges", async () => {
  const projects = (await found()).filter(({ type }) => type === "aws:codebuild/project:Project");
  assert.is(projects.length, 5);
  for (const { inputs, name: own } of projects) {
    assert.ok(existsSync(repositoryPath(inputs.source.buildspec)), inputs.source.buildspec);
    assert.is(inputs.environment.type, "ARM_CONTAINER");
    assert.is(inputs.environment.privilegedMode, own === `${name}-image`, own);
    assert.is(inputs.logsConfig.cloudwatchLogs.groupName, own);
    assert.is(only(await found(), "aws:cloudwatch/logGroup:LogGroup", own).inputs.retentionInDays, 30);
  }
  const x86 = await deliveryProgram({ ...state, architecture: "x86_64" });
  assert.is(only(x86, "aws:codebuild/project:Project", `${name}-image`).inputs.environment.type, "LINUX_CONTAINER");
});

test("each step of the buildspecs is a script of the repository", async () => {
  const specs = await glob("delivery/buildspecs/*.yml", { cwd: repositoryPath("."), absolute: true });
  const text = (await Promise.all(specs.map((file) => readFile(file, "utf8")))).join("\n");
  const steps = [...text.matchAll(/delivery\/(?:steps\/\w+\.ts|\w+\.sh)/g)].map(([step]) => step);
  assert.ok(steps.length > 7);
  for (const step of steps) assert.ok(existsSync(repositoryPath(step)), step);
});

test("dev gets its traffic at once, prod by a canary of the configuration", async () => {
  const all = await deliveryProgram({ ...state, canaryPercent: "20", canaryMinutes: "15" });
  const variables = (project: string): Record<string, string> =>
    Object.fromEntries(
      only(all, "aws:codebuild/project:Project", `${name}-${project}`).inputs.environment.environmentVariables.map(
        (variable: { name: string; value: string }) => [variable.name, variable.value],
      ),
    );
  assert.is(variables("dev")["TRAFFIC_SHIFT"], "all-at-once");
  const { TRAFFIC_SHIFT, CANARY_PERCENT, CANARY_MINUTES, STACK, DEV_STACK } = variables("prod");
  assert.equal([TRAFFIC_SHIFT, CANARY_PERCENT, CANARY_MINUTES], ["canary", "20", "15"]);
  assert.equal([STACK, DEV_STACK], ["organization/snaplabel/prod", "organization/snaplabel/dev"]);
  assert.is(variables("dev")["PULUMI_BACKEND_URL"], "s3://snaplabel-state-123456789012?region=eu-central-1");
});

test("a token of Pulumi Cloud is read from its secret when a build starts", async () => {
  const tokenSecretArn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:pulumi-Ab12";
  const all = await deliveryProgram({ tokenSecretArn });
  const { environmentVariables } = only(all, "aws:codebuild/project:Project", `${name}-dev`).inputs.environment;
  assert.equal(environmentVariables.at(-1), {
    ...{ name: "PULUMI_ACCESS_TOKEN", value: tokenSecretArn, type: "SECRETS_MANAGER" },
  });
});

test("a push to the branch starts it, a failure is told", async () => {
  const rules = (await found()).filter(({ type }) => type === "aws:cloudwatch/eventRule:EventRule");
  const patterns = rules.map(({ inputs }) => JSON.parse(inputs.eventPattern));
  assert.equal(patterns.find(({ source }) => source[0] === "aws.codecommit").detail.referenceName, ["main"]);
  assert.equal(patterns.find(({ source }) => source[0] === "aws.codepipeline").detail, {
    pipeline: [name],
    state: ["FAILED"],
  });
  const targets = (await found()).filter(({ type }) => type === "aws:cloudwatch/eventTarget:EventTarget");
  assert.equal(targets.map(({ inputs }) => inputs.arn).sort(), [
    "arn:snaplabel-delivery:Pipeline",
    "arn:snaplabel-delivery:Topic",
  ]);
});

test("the repository is kept, whatever happens to the stack", async () => {
  const { inputs } = only(await found(), "aws:codecommit/repository:Repository");
  assert.equal([inputs.repositoryName, inputs.defaultBranch], [name, "main"]);
});

test("another host's repository starts it by branch and path", async () => {
  const connectionArn = "arn:aws:codeconnections:eu-central-1:123456789012:connection/1-2";
  const keys = { source: "connection", connectionArn, repository: "me/snaplabel", sourcePaths: '["handler/**"]' };
  const all = await deliveryProgram({ ...state, ...keys });
  const { triggers, stages } = only(all, "aws:codepipeline/pipeline:Pipeline").inputs;
  assert.equal(triggers[0].gitConfiguration, {
    sourceActionName: "source",
    pushes: [{ branches: { includes: ["main"] }, filePaths: { includes: ["handler/**"] } }],
  });
  assert.is(stages[0].actions[0].configuration.FullRepositoryId, "me/snaplabel");
  assert.not.ok(all.some(({ type }) => type === "aws:codecommit/repository:Repository"));
});

test("each build is told the commit by the variable that its source has", async () => {
  const connectionArn = "arn:aws:codeconnections:eu-central-1:123456789012:connection/1-2";
  const connection = { source: "connection", connectionArn, repository: "me/snaplabel" };
  for (const [keys, variable] of [
    [{}, "#{source.CommitId}"],
    [connection, "#{source.CommitId}"],
    [{ source: "s3" }, "#{source.VersionId}"],
  ] as const) {
    const [source, ...others] = stagesOf(await deliveryProgram({ ...state, ...keys })).flatMap(
      ({ actions }) => actions,
    );
    assert.is((source as unknown as { namespace: string }).namespace, "source");
    for (const { configuration, provider } of others)
      if (provider === "CodeBuild")
        assert.equal(JSON.parse(configuration["EnvironmentVariables"]!), [
          { name: "REVISION", value: variable, type: "PLAINTEXT" },
        ]);
  }
});

test("a zip in a bucket starts it, too", async () => {
  const all = await deliveryProgram({ ...state, source: "s3" });
  assert.is(stagesOf(all)[0]!.actions[0]!.provider, "S3");
  assert.is(only(all, "aws:s3/bucketNotification:BucketNotification").inputs.eventbridge, true);
});

test("wrong keys are told all at once", async () => {
  const { readDelivery } = await import("../../../infra/delivery/deliveryConfig.ts");
  const keys: Record<string, string> = { source: "connection", canaryPercent: "100" };
  assert.throws(
    () => readDelivery(keys),
    /6 keys are wrong[\s\S]*owner[\s\S]*aws:region[\s\S]*connectionArn[\s\S]*repository[\s\S]*canaryPercent[\s\S]*stateBucket/,
  );
});

test("every type of resource is named by a test", async () => {
  const all = [
    ...(await deliveryProgram({ ...state, developerUsers: '["ann"]', email: "ann@example.com", source: "s3" })),
    ...(await found()),
  ];
  const types = new Set(all.map(({ type }) => type).filter((type) => !/^(pulumi:|snaplabel:)/.test(type)));
  const tests = await glob("tests/infra/**/*.test.ts", { cwd: repositoryPath("."), absolute: true });
  const text = (await Promise.all(tests.map((file) => readFile(file, "utf8")))).join("\n");
  assert.equal(
    [...types].filter((type) => !text.includes(type)),
    [],
  );
});

test.run();
