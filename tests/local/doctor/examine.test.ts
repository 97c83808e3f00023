import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Computer, examine } from "../../../local/doctor/examine.ts";

const healthy: Readonly<Record<string, string>> = {
  "docker info --format {{.ServerVersion}}": "28.2.2",
  "docker buildx version": "github.com/docker/buildx v0.38.2 abc",
  "pulumi version": "v3.259.0",
  "pulumi whoami --non-interactive": "ann",
  "aws --version": "aws-cli/2.31",
  "aws sts get-caller-identity --query Arn --output text": "arn:aws:iam::123456789012:user/ann",
  "aws lambda get-account-settings --query AccountLimit.ConcurrentExecutions --output text": "1000",
};

async function findings(answers: Readonly<Record<string, string | undefined>> = {}, more: Partial<Computer> = {}) {
  const known = { ...healthy, ...answers };
  const found = await examine({
    nodeVersion: "v24.1.0",
    environment: { AWS_REGION: "eu-central-1" },
    run: async (program, ...args) => known[[program, ...args].join(" ")],
    ...more,
  });
  return new Map(found.map((finding) => [finding.name, finding]));
}

test("where nothing is missing, nothing has a cure", async () => {
  for (const [name, { cure }] of await findings()) assert.is(cure, undefined, name);
});

test("an old Node stops everything, one before 22.18 only deploying", async () => {
  assert.is((await findings({}, { nodeVersion: "v18.20.0" })).get("Node")!.stops, "all");
  assert.is((await findings({}, { nodeVersion: "v20.19.0" })).get("Node")!.stops, "all");
  assert.is((await findings({}, { nodeVersion: "v20.20.0" })).get("Node")!.stops, "deploying");
  assert.is((await findings({}, { nodeVersion: "v22.17.0" })).get("Node")!.stops, "deploying");
  assert.is((await findings({}, { nodeVersion: "v22.18.0" })).get("Node")!.stops, undefined);
});

test("a daemon that does not answer is told from a Docker that is missing", async () => {
  const down = { "docker info --format {{.ServerVersion}}": undefined };
  assert.match((await findings(down)).get("Docker")!.cure!, /^install/);
  assert.is((await findings({ ...down, "docker --version": "Docker version 28" })).get("Docker")!.cure, "start Docker");
});

test("a computer with nothing is told a cure for each thing, and what it stops", async () => {
  const empty = await findings({}, { environment: {}, run: async () => undefined });
  for (const name of ["Docker", "BuildKit", "Pulumi", "AWS region", "AWS credentials"])
    assert.ok(empty.get(name)!.cure && empty.get(name)!.stops, name);
  assert.is(empty.get("Lambda quota")!.cure, undefined);
});

test("the account's root is refused, a small quota is told", async () => {
  const root = { "aws sts get-caller-identity --query Arn --output text": "arn:aws:iam::123456789012:root" };
  assert.match((await findings(root)).get("AWS credentials")!.cure!, /never the account's root/);
  const quota = "aws lambda get-account-settings --query AccountLimit.ConcurrentExecutions --output text";
  const small = (await findings({ [quota]: "10" })).get("Lambda quota")!;
  assert.match(small.cure!, /below 10/);
  assert.is(small.stops, undefined);
});

test("the region may come from the profile", async () => {
  const found = await findings({ "aws configure get region": "us-west-2" }, { environment: {} });
  assert.is(found.get("AWS region")!.found, "us-west-2");
});

test.run();
