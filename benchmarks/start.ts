import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { SingleBar } from "cli-progress";
import type { ContainerOptions } from "../gate/containerArguments.ts";
import { docker } from "../gate/docker.ts";
import { median } from "../gate/judge.ts";
import { LambdaContainer } from "../gate/lambdaContainer.ts";
import { bundleHandler } from "../setup/bundleHandler.mjs";

// From a container's start to its first answer, several orders of starting in turn, all in containers of one image;
// ratios of medians. Usage: npm run bench:start -- IMAGE [ROUNDS]
const [image, rounds = "7"] = process.argv.slice(2);
if (!image) throw new Error("usage: npm run bench:start -- IMAGE [ROUNDS]");
const root = fileURLToPath(new URL("../", import.meta.url));
const folder = join(root, ".cache/bench/start");
const mounts = { [folder]: "/var/task/start" };
const orders: Readonly<Record<string, Omit<ContainerOptions, "image">>> = {
  "plain order": { handler: "start/plain.handler" },
  "… bundled": bundled(),
  "… and decoder beside session": bundled("together"),
  "… and V8's flags": bundled("together,flags"),
  "snaplabel, which warms up as well": { handler: "index.handler" },
  "… and Node's compile cache": {
    handler: "index.handler",
    environment: { NODE_COMPILE_CACHE: "/var/task/start/compiled" },
  },
};

await prepare();
const photo = (await readFile(join(root, "test_images/cat.jpg"))).toString("base64");
const times = new Map<string, number[]>(Object.keys(orders).map((order) => [order, []]));
const bar = new SingleBar({ format: "{bar} {percentage} %", stream: process.stderr, clearOnComplete: true });
bar.start(Number(rounds) * times.size, 0);
for (let round = 0; round < Number(rounds); round += 1)
  for (const [order, options] of Object.entries(orders)) {
    times.get(order)!.push(await timeToFirstAnswer({ image: image!, mounts, ...options }));
    bar.increment();
  }
bar.stop();
const reference = times.get("plain order")!;
for (const [order, found] of times) {
  const ratios = found.map((time, round) => time / reference[round]!);
  console.log(
    `${order.padEnd(38)}${median(found).toFixed(0).padStart(6)} ms${median(ratios).toFixed(2).padStart(7)} ×`,
  );
}

function bundled(steps = ""): Omit<ContainerOptions, "image"> {
  const environment = { WASM_FOLDER: "file:///var/task/start/bundled/", STEPS: steps };
  return { handler: "start/bundled/index.handler", environment };
}

/** Creating a container copies files and is Docker's own work: the clock starts when its first process does. */
async function timeToFirstAnswer(options: ContainerOptions): Promise<number> {
  const container = await LambdaContainer.start(options);
  const answer = (await container.invoke({ image: photo })) as { best?: number; labels?: unknown };
  const end = Date.now();
  const started = await docker(["inspect", "--format", "{{.State.StartedAt}}", container.id]);
  await container.kill();
  if (answer.best === undefined && !answer.labels) throw new Error(`no label: ${JSON.stringify(answer)}`);
  return end - Date.parse(started);
}

/** Packages as a plain handler has them, a bundle of it, and V8's code cache of the product's bundle. */
async function prepare(): Promise<void> {
  await mkdir(join(folder, "compiled"), { recursive: true, mode: 0o777 });
  await cp(join(root, "benchmarks/start"), folder, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) await cp(join(root, file), join(folder, file));
  if (!existsSync(join(folder, "node_modules")))
    await promisify(execFile)("npm", ["ci", "--omit=dev", "--no-audit", "--no-fund"], { cwd: folder });
  await bundleHandler({ entry: join(folder, "plain.mjs"), out: join(folder, "bundled") });
  await docker([
    ...["run", "--rm", "--network", "none", "--user", "0", "--volume", `${folder}:/start`],
    ...["--env", "TABLE_NAME=none", "--env", "AWS_REGION=us-east-1", "--env", "NODE_COMPILE_CACHE=/start/compiled"],
    ...["--entrypoint", "node", image!, "/start/compile.mjs", "/var/task/index.mjs"],
  ]);
}
