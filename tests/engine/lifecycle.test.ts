import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { drawResources } from "../../setup/drawResources.mjs";
import { repositoryPath } from "../paths.ts";
import { rejection } from "../rejection.ts";
import { type Engine, findEngine, openEngine } from "./engine.ts";

// The whole program under the real engine, with a provider that stands for AWS: one story, told in order.
const binaries = await findEngine();
const recent = Number(process.versions.node.split(".")[0]) >= 22;
if (!binaries) console.log("  no pulumi on PATH nor beside the project: the engine's tests are skipped");
else if (!recent) console.log("  a program in TypeScript needs Node 22 or later: the engine's tests are skipped");
const engineTest = binaries && recent ? test : test.skip;

let opened: Promise<Engine> | undefined;
const engine = (): Promise<Engine> => {
  opened ??= openEngine(binaries!);
  return opened;
};
const pulumi = async (...args: readonly string[]) => (await engine()).pulumi(args);
const up = (stack: string, ...args: readonly string[]) =>
  pulumi("up", "--yes", "--skip-preview", "--stack", stack, ...args);
const set = (stack: string, key: string, value: string) => pulumi("config", "set", "--stack", stack, key, value);

const init = async (...args: Parameters<Engine["init"]>) => (await engine()).init(...args);

interface Resource {
  readonly urn: string;
  readonly type: string;
  readonly inputs?: Record<string, unknown>;
  readonly protect?: boolean;
}

async function resources(stack: string): Promise<Resource[]> {
  const state = JSON.parse(await pulumi("stack", "export", "--stack", stack)) as {
    deployment: { resources?: Resource[] };
  };
  return state.deployment.resources ?? [];
}

async function outputs(stack: string): Promise<Record<string, string>> {
  return JSON.parse(await pulumi("stack", "output", "--json", "--stack", stack)) as Record<string, string>;
}

type Changes = Readonly<Record<string, number>>;

/** What the last operation on a stack did: {"update": 2, "same": 48}; reading other stacks does not count. */
async function lastChanges(stack: string): Promise<Changes> {
  const history = JSON.parse(await pulumi("stack", "history", "--json", "--page-size", "1", "--stack", stack));
  const { read: _read, ...changes } = history[0].resourceChanges as Record<string, number>;
  return changes;
}

async function upChanges(stack: string): Promise<Changes> {
  await up(stack);
  return lastChanges(stack);
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  await work();
  console.log(`  ${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

engineTest("a new stack is told of all its wrong keys at once, and makes nothing", async () => {
  await init("wrong", {
    threads: "many",
    architecture: "vax",
    webhooks: "perhaps",
    owner: "",
    "aws:region": "Europe",
    treads: "2",
  });
  const { message } = await rejection(up("wrong"));
  for (const told of [
    "6 keys are wrong",
    'owner: expected a name of up to 64 letters, got ""',
    'aws:region: expected a region such as eu-central-1, got "Europe"',
    'architecture: expected one of arm64, x86_64, got "vax"',
    'threads: expected a whole number from 1 to 6, got "many"',
    'webhooks: expected one of true, false, got "perhaps"',
    "treads: there is no such key; did you mean threads?",
  ])
    assert.ok(message.includes(told), message);
  assert.not.match(message.split("Resources:")[0]!, /\n\s+at /);
  await pulumi("stack", "rm", "wrong", "--yes", "--force");
});

engineTest("dev comes up, and every resource but the provider belongs to a component", async () => {
  await init("dev");
  const attesting = (await engine()).pulumi(["preview", "--stack", "dev"], { BUILDX_NO_DEFAULT_ATTESTATIONS: "" });
  const { message } = await rejection(attesting);
  assert.match(message, /BUILDX_NO_DEFAULT_ATTESTATIONS: expected 1 in the environment, got nothing/);
  assert.not.match(message, /\n\s+at .*requireNoAttestations/);
  await timed("preview of dev", () => pulumi("preview", "--stack", "dev"));
  await timed("up of dev", () => up("dev"));
  const orphans = (await resources("dev")).filter(({ urn }) => !urn.includes("$") && /::aws/.test(urn));
  assert.equal(orphans, []);
});

engineTest("the picture of the resources in docs is that of the engine's state", async () => {
  const made = drawResources(await resources("dev"));
  await mkdir(repositoryPath(".cache"), { recursive: true });
  await writeFile(repositoryPath(".cache/resources.md"), made);
  const kept = await readFile(repositoryPath("docs/resources.md"), "utf8").catch(() => "");
  assert.ok(kept === made, "cp .cache/resources.md docs/resources.md");
});

engineTest("a second up changes nothing", async () => {
  assert.equal(Object.keys(await upChanges("dev")), ["same"]);
});

engineTest("more memory changes the two functions and the aliases that name their versions, nothing else", async () => {
  await set("dev", "memoryMegabytes", "2048");
  const { same: _same, ...changed } = await upChanges("dev");
  assert.equal(changed, { update: 4 });
  const func = (await resources("dev")).find(({ type }) => type === "aws:lambda/function:Function");
  assert.is(func!.inputs!["memorySize"], 2048);
});

engineTest(
  "webhooks and a page come when they are wanted, change nothing that was there but what they need, and go",
  async () => {
    const keys = { webhooks: "true", page: "true", apiAccess: "jwt", jwtIssuer: "https://issuer.example.com" };
    for (const [key, value] of Object.entries(keys)) await set("dev", key, value);
    await pulumi("config", "set", "--stack", "dev", "--path", "jwtAudiences[0]", "web");
    const { same: _same, create, update, ...others } = await upChanges("dev");
    assert.equal(others, {});
    assert.ok(create! > 40 && update! > 10, `${create} created, ${update} updated`);
    assert.match((await outputs("dev"))["pageUrl"]!, /^https:\/\/.*\.cloudfront\.net$/);
    for (const key of [...Object.keys(keys), "jwtAudiences"]) await pulumi("config", "rm", "--stack", "dev", key);
    assert.equal((await upChanges("dev"))["delete"], create);
  },
);

engineTest("prod takes the digest of dev, and builds nothing", async () => {
  await init("prod", { production: "true", imageFromStack: "organization/snaplabel/dev" });
  await up("prod");
  assert.is((await outputs("prod"))["imageUri"], (await outputs("dev"))["imageUri"]);
  const types = (await resources("prod")).map(({ type }) => type);
  assert.not.ok(types.includes("awsx:ecr:Image") || types.includes("aws:ecr/repository:Repository"));
});

engineTest("a new digest in dev reaches prod with prod's next up, and only its two functions change", async () => {
  const digest = "5".repeat(64);
  await set("dev", "imageUri", `123456789012.dkr.ecr.eu-central-1.amazonaws.com/snaplabel@sha256:${digest}`);
  await pulumi("preview", "--diff", "--stack", "dev");
  await up("dev");
  const { same: _same, ...changed } = await upChanges("prod");
  assert.equal(changed, { update: 4 });
  assert.match((await outputs("prod"))["imageUri"]!, new RegExp(digest));
});

engineTest("a table with another key is not replaced behind anybody's back: prod refuses", async () => {
  const definition = join((await engine()).folder, "handler/results/resultsTable.ts");
  const text = await readFile(definition, "utf8");
  await (await engine()).write(
    "handler/results/resultsTable.ts",
    text.replace('partitionKey: "id"', 'partitionKey: "name"'),
  );
  const { message } = await rejection(up("prod"));
  assert.match(message, /protect/);
  await (await engine()).write("handler/results/resultsTable.ts", text);
  assert.equal(Object.keys(await upChanges("prod")), ["same"]);
});

engineTest("the policy pack passes the program, and stops one with an open bucket", async () => {
  const withPolicies = (stack: string) => up(stack, "--policy-pack", repositoryPath("policies"));
  await withPolicies("dev");
  const source = join((await engine()).folder, "infra/privateBucket.ts");
  const text = await readFile(source, "utf8");
  await (await engine()).write(
    "infra/privateBucket.ts",
    text.replace("blockPublicAcls: true", "blockPublicAcls: false"),
  );
  const { message } = await rejection(withPolicies("dev"));
  assert.match(message, /private-buckets/);
  await (await engine()).write("infra/privateBucket.ts", text);
  await up("dev");
});

engineTest("a resource that fails stops the rest, and the next up goes on from there", async () => {
  await init("broken");
  const broken = ["up", "--yes", "--skip-preview", "--stack", "broken"];
  const { message } = await rejection((await engine()).pulumi(broken, { FAIL_ON: "::snaplabel-broken-classify" }));
  assert.match(message, /AWS refused/);
  assert.not.ok((await resources("broken")).some(({ type }) => type === "aws:lambda/function:Function"));
  await up("broken");
  assert.ok((await resources("broken")).some(({ type }) => type === "aws:lambda/function:Function"));
});

engineTest("a refresh finds nothing that differs", async () => {
  await pulumi("refresh", "--yes", "--skip-preview", "--stack", "dev");
  assert.equal(Object.keys(await lastChanges("dev")), ["same"]);
});

engineTest("destroy leaves nothing behind in dev, and is refused in prod", async () => {
  await pulumi("destroy", "--yes", "--skip-preview", "--stack", "dev");
  assert.equal(await resources("dev"), []);
  assert.match((await rejection(pulumi("destroy", "--yes", "--skip-preview", "--stack", "prod"))).message, /protect/);
});

test.run();
