import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { docker } from "../../gate/docker.ts";
import type { Verdict } from "../../gate/verdict.ts";
import { repositoryPath } from "../paths.ts";
import { temporaryFolder } from "../temporaryFolder.ts";
import { productImage } from "./productImage.ts";

const product = await productImage();
const containerTest = product ? test : test.skip;

/** Runs the gate as a pipeline does: its exit code, the names of what failed, and the page. */
async function runGate(image: string): Promise<{ code: number; failed: string[]; page: string }> {
  const report = join(await temporaryFolder(), "gate.html");
  const args = ["--import", "tsx", "gate/run.ts", image, "--json", "--report", report];
  const { code, output } = await new Promise<{ code: number; output: string }>((resolve) => {
    execFile(process.execPath, args, { cwd: repositoryPath(""), timeout: 300_000 }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), output: `${stdout}${error ? stderr : ""}` }),
    );
  });
  if (!output.startsWith("{")) throw new Error(`expected verdicts, got code ${code} and: ${output}`);
  const verdicts = JSON.parse(output.split("\n")[0]!).verdicts as Verdict[];
  return {
    code,
    failed: verdicts.filter(({ passed }) => !passed).map(({ name }) => name),
    page: await readFile(report, "utf8"),
  };
}

interface ModelFolder {
  readonly folder: string;
  readonly manifest: Record<string, unknown> & { input: Record<string, unknown> };
}

/** The product's image with a changed model that still loads: the layer on top replaces its files. */
async function changedImage(name: string, change: (model: ModelFolder) => Promise<void>): Promise<string> {
  const folder = await temporaryFolder();
  const model = join(folder, "model");
  for (const file of ["manifest.json", "labels.txt", "efficientnet-lite0.onnx"])
    await cp(repositoryPath(`model/${file}`), join(model, file));
  const manifest = JSON.parse(await readFile(join(model, "manifest.json"), "utf8"));
  await change({ folder: model, manifest });
  const bytes = await readFile(join(model, "efficientnet-lite0.onnx"));
  manifest.sha256 = createHash("sha256").update(bytes).digest("hex");
  await writeFile(join(model, "manifest.json"), JSON.stringify(manifest));
  await writeFile(join(folder, "Dockerfile"), `FROM ${product!.name}\nCOPY model /var/task/model\n`);
  await docker(["build", "--tag", `snaplabel-test:${name}`, folder], 300);
  return `snaplabel-test:${name}`;
}

containerTest("the product's image passes, and the page shows every photo", async () => {
  const { code, failed, page } = await runGate(product!.name);
  assert.equal({ code, failed }, { code: 0, failed: [] });
  const { photos } = JSON.parse(await readFile(repositoryPath("golden/golden.json"), "utf8"));
  assert.is(page.match(/<img alt="[^"]+" src="data:image\/webp;base64,/g)!.length, photos.length);
});

containerTest("disturbed weights fail", async () => {
  const image = await changedImage("weights", async ({ folder }) => {
    const path = join(folder, "efficientnet-lite0.onnx");
    const bytes = await readFile(path);
    // The mantissas of one number in five, in the middle of the file: weights, of up to twice their size.
    for (let index = 6_000_000; index < 12_000_000; index += 20) bytes[index + 2]! ^= 0x7f;
    await writeFile(path, bytes);
  });
  const { code, failed } = await runGate(image);
  assert.is(code, 1);
  assert.ok(failed.includes("top-1 accuracy") && failed.includes("same top-1 as recorded"), String(failed));
});

containerTest("swapped labels fail", async () => {
  const image = await changedImage("labels", async ({ folder }) => {
    const labels = (await readFile(join(folder, "labels.txt"), "utf8")).trimEnd().split("\n");
    await writeFile(join(folder, "labels.txt"), `${labels.toReversed().join("\n")}\n`);
  });
  const { code, failed } = await runGate(image);
  assert.is(code, 1);
  assert.ok(failed.includes("top-1 accuracy"), String(failed));
});

containerTest("another normalisation fails", async () => {
  const image = await changedImage("normalisation", async ({ manifest }) => {
    manifest.input = { ...manifest.input, mean: [123.675, 116.28, 103.53], scale: [58.395, 57.12, 57.375] };
  });
  const { code, failed } = await runGate(image);
  assert.is(code, 1);
  assert.ok(failed.includes("largest change of a score"), String(failed));
});

containerTest("an image that does not exist is no passed gate", async () => {
  const args = ["--import", "tsx", "gate/run.ts", "snaplabel-test:nothing"];
  const code = await new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: repositoryPath("") }, (error) => resolve(error?.code ?? 0));
  });
  assert.is(code, 2);
});

test.run();
