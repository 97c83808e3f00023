import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { rejection } from "../rejection.ts";
import { type Engine, findEngine, openEngine } from "./engine.ts";

// The delivery's own program under the real engine, and what the state's lock does for two updates at once.
const binaries = await findEngine();
const recent = Number(process.versions.node.split(".")[0]) >= 22;
const engineTest = binaries && recent ? test : test.skip;

let opened: Promise<Engine> | undefined;
const engine = (): Promise<Engine> => {
  opened ??= openEngine(binaries!);
  return opened;
};
const inDelivery = async (...args: readonly string[]) => {
  const { folder, pulumi } = await engine();
  return pulumi(["--cwd", join(folder, "delivery"), ...args]);
};
const up = ["up", "--yes", "--skip-preview", "--stack", "main"];

engineTest("the delivery comes up, passes the policy pack, and a second up changes nothing", async () => {
  await inDelivery("stack", "init", "main");
  const keys = {
    "aws:region": "eu-central-1",
    stateBucket: "snaplabel-state-123456789012",
    stateKeyArn: "arn:aws:kms:eu-central-1:123456789012:key/1-2",
  };
  for (const [key, value] of Object.entries(keys)) await inDelivery("config", "set", "--stack", "main", key, value);
  await inDelivery("config", "set", "--stack", "main", "--path", "developerUsers[0]", "ann");
  const { folder } = await engine();
  await inDelivery(...up, "--policy-pack", join(folder, "policies"));
  const outputs = JSON.parse(await inDelivery("stack", "output", "--json", "--stack", "main"));
  assert.is(outputs.cloneUrl, "https://git-codecommit.eu-central-1.amazonaws.com/v1/repos/snaplabel-delivery");
  await inDelivery(...up);
  const [{ resourceChanges }] = JSON.parse(
    await inDelivery("stack", "history", "--json", "--page-size", "1", "--stack", "main"),
  );
  assert.equal(Object.keys(resourceChanges), ["same"]);
});

engineTest("a stack shows where its commits come from", async () => {
  const { init, pulumi } = await engine();
  await init("dev", { deliveryStack: "organization/snaplabel-delivery/main", trafficShift: "canary" });
  await pulumi(["up", "--yes", "--skip-preview", "--stack", "dev"]);
  const outputs = JSON.parse(await pulumi(["stack", "output", "--json", "--stack", "dev"]));
  assert.match(outputs.cloneUrl, /\/repos\/snaplabel-delivery$/);
  assert.is(outputs.shifts.length, 2);
});

engineTest("a new version is published, and no traffic goes to it by itself", async () => {
  const { pulumi } = await engine();
  const digest = `123456789012.dkr.ecr.eu-central-1.amazonaws.com/snaplabel@sha256:${"7".repeat(64)}`;
  await pulumi(["config", "set", "--stack", "dev", "imageUri", digest]);
  await pulumi(["up", "--yes", "--skip-preview", "--stack", "dev"]);
  const state = JSON.parse(await pulumi(["stack", "export", "--stack", "dev"]));
  const aliases = state.deployment.resources.filter(({ type }: { type: string }) => type === "aws:lambda/alias:Alias");
  assert.equal(
    aliases.map(({ outputs }: { outputs: { functionVersion: string } }) => outputs.functionVersion),
    ["1", "1"],
  );
  const { shifts } = JSON.parse(await pulumi(["stack", "output", "--json", "--stack", "dev"]));
  assert.equal(
    shifts.map(({ version }: { version: string }) => version),
    ["2", "2"],
  );
});

engineTest("of two updates at once, one is told that the stack is locked, and the state stays whole", async () => {
  const { folder, pulumi, environment } = await engine();
  await pulumi(["config", "set", "--stack", "dev", "memoryMegabytes", "3008"]);
  const args = ["up", "--yes", "--skip-preview", "--stack", "dev", "--non-interactive"];
  const first = spawn("pulumi", args, { cwd: folder, env: environment, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(first, "close");
  // It has begun when it says so: by then it holds the lock.
  await once(first.stdout, "data");
  await sleep(300);
  const { message } = await rejection(pulumi(args.slice(0, -1)));
  assert.match(message, /locked/);
  first.stdout.resume();
  assert.is((await ended)[0], 0);
  await pulumi(["up", "--yes", "--skip-preview", "--stack", "dev"]);
  const [{ resourceChanges }] = JSON.parse(
    await pulumi(["stack", "history", "--json", "--page-size", "1", "--stack", "dev"]),
  );
  const { read: _read, ...changes } = resourceChanges;
  assert.equal(Object.keys(changes), ["same"]);
});

test.run();
