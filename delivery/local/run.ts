import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { styleText } from "node:util";
import { Command, Option } from "commander";
import type { Shift } from "../../infra/trafficShift.ts";
import { engineEnvironment, findEngine } from "../../tests/engine/engine.ts";
import { readHandover } from "../handover.ts";
import { imageTag } from "../imageTag.ts";
import { outputsOf } from "../pulumi.ts";
import { run } from "../run.ts";
import { openCloud } from "./openCloud.ts";
import { openRegistry } from "./openRegistry.ts";
import { removeImages } from "./removeImages.ts";

interface Options {
  readonly to: "image" | "dev" | "prod";
  readonly state: string;
  readonly golden?: string;
  readonly hookGolden: string;
  readonly check: boolean;
}

/** The account of the provider that stands for AWS. */
const deployedAs = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/snaplabel";
const devStack = "organization/snaplabel/dev";
const prodStack = "organization/snaplabel/prod";

const program = new Command("pipeline:local")
  .description("Run the pipeline's own steps here: check, build, gate, push, deploy; only AWS itself is a stand-in")
  .addOption(new Option("--to <stage>", "last stage").choices(["image", "dev", "prod"]).default("dev"))
  .option("--state <folder>", "registry, stacks and traffic between two runs", ".snaplabel/delivery")
  .option("--golden <file>", "photos and limits of the gate")
  .option("--hook-golden <folder>", "photos and limits of the hook before traffic", "golden")
  .option("--no-check", "without lint and unit tests")
  .addHelpText(
    "after",
    `
Needs Docker, docker-registry, Pulumi, Node 22 or later. --to prod says yes to the approval.

Exit codes: 0 done, 1 a stage stopped it.

Examples:
  npm run pipeline:local -- --to dev
  npm run pipeline:local -- --to prod --no-check`,
  )
  .action(deliver);

try {
  await program.parseAsync();
} catch (error) {
  console.error(styleText("red", `pipeline: ${(error as Error).message}`));
  process.exitCode = 1;
}

async function deliver(options: Options): Promise<void> {
  const state = resolve(options.state);
  await mkdir(state, { recursive: true });
  const REVISION = execFileSync("git", ["rev-parse", "--short=12", "HEAD"], { encoding: "utf8" }).trim();
  const binaries = await findEngine();
  if (!binaries) throw new Error("pulumi: expected it on PATH, found none; install it first");
  if (options.check) await stage("Check", () => step("check"));
  Object.assign(process.env, await engineEnvironment(binaries, state), { REVISION, DEV_STACK: devStack });
  const registry = await openRegistry(join(state, "registry"));
  const restore = await rememberStacks();
  try {
    await stage("Image", async () => {
      await step("buildImage");
      await step("gateImage", options.golden ? { GOLDEN: options.golden } : {});
      await step("pushImage", { REPOSITORY_URL: `${registry.host}/snaplabel`, DEPLOYED_AS: deployedAs });
    });
    if (options.to === "image") return;
    await stage("Dev", () => deployAndTest(devStack, { TRAFFIC_SHIFT: "all-at-once" }, options, state));
    if (options.to === "dev") return;
    const canary = { TRAFFIC_SHIFT: "canary", CANARY_PERCENT: "10", CANARY_MINUTES: "5" };
    await stage("Approval", () => step("previewStack", { STACK: prodStack, ...canary }));
    await stage("Prod", () => deployAndTest(prodStack, canary, options, state));
  } finally {
    await restore();
    registry.close();
    await removeImages([`snaplabel:${imageTag()}`, `${registry.host}/snaplabel`]);
  }
}

/** The steps write into the stacks' files, which belong to the checkout here. */
async function rememberStacks(): Promise<() => Promise<void>> {
  const files = ["Pulumi.dev.yaml", "Pulumi.prod.yaml"];
  const texts = await Promise.all(files.map((file) => readFile(file)));
  return async () => {
    await Promise.all(files.map((file, index) => writeFile(file, texts[index]!)));
  };
}

async function stage(name: string, work: () => Promise<unknown>): Promise<void> {
  console.log(styleText("bold", `\n== ${name}`));
  try {
    await work();
  } catch (error) {
    throw new Error(`stopped in stage ${name}: ${(error as Error).message}`, { cause: error });
  }
}

/** A step in a process of its own, as CodeBuild runs it. */
function step(name: string, environment: Readonly<Record<string, string>> = {}): Promise<string> {
  return run(process.execPath, ["--import", "tsx", `delivery/steps/${name}.ts`], { environment });
}

async function deployAndTest(
  stack: string,
  shift: Readonly<Record<string, string>>,
  options: Options,
  state: string,
): Promise<void> {
  const environment = { STACK: stack, ...shift };
  await step("deploy", environment);
  const outputs = (await outputsOf(stack)) as Record<"bucketName" | "tableName", string> & { shifts: readonly Shift[] };
  const file = join(state, "traffic", `${stack.replaceAll("/", "-")}.json`);
  const aliases = await readAliases(file, outputs.shifts);
  const [, api] = outputs.shifts;
  const cloud = await openCloud({
    ...{ folder: join(state, "cloud"), image: readHandover("gatedImageId").gatedImageId, aliases },
    ...{ bucketName: outputs.bucketName, tableName: outputs.tableName, apiFunctionName: api!.functionName },
    goldenFolder: resolve(options.hookGolden),
  });
  try {
    await step("shiftTraffic", { ...environment, ...cloud.environment });
    await step("smokeTest", { ...environment, ...cloud.environment });
  } finally {
    await cloud.close();
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(Object.fromEntries(aliases)));
  }
}

/** A stack that comes up gets its alias with its first version. */
async function readAliases(file: string, shifts: readonly Shift[]): Promise<Map<string, string>> {
  const first = Object.fromEntries(shifts.map(({ functionName, version }) => [functionName, version]));
  const text = await readFile(file, "utf8").catch(() => JSON.stringify(first));
  return new Map(Object.entries(JSON.parse(text) as Record<string, string>));
}
