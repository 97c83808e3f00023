import { execFile } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { bundleHandler } from "../../setup/bundleHandler.mjs";
import { repositoryPath } from "../paths.ts";
import { temporaryFolder } from "../temporaryFolder.ts";

const run = promisify(execFile);

test("the bundle holds what is needed at run time and nothing else, and classifies far from node_modules", async () => {
  const out = join(await temporaryFolder(), "handler");
  await bundleHandler({ out });
  assert.equal((await readdir(out, { recursive: true })).sort(), [
    "api.mjs",
    "index.mjs",
    "model",
    "model/efficientnet-lite0.onnx",
    "model/labels.txt",
    "model/manifest.json",
    "ort-wasm-simd-threaded.mjs",
    "ort-wasm-simd-threaded.wasm",
    "vips-heif.wasm",
    "vips-node.mjs",
    "vips.wasm",
    "webhook.mjs",
  ]);
  assert.ok((await readFile(join(out, "index.mjs"))).length < 1.5e6);
  const program = `
    const { handler } = await import("./index.mjs");
    const { readFileSync } = await import("node:fs");
    const image = readFileSync(${JSON.stringify(repositoryPath("test_images/coffee.png"))}).toString("base64");
    console.log(JSON.stringify((await handler({ image })).labels[0]));
    process.exit();`;
  const settings = { TABLE_NAME: "results", MODEL_MANIFEST: join(out, "model/manifest.json"), AWS_REGION: "us-east-1" };
  await writeFile(join(out, "program.mjs"), program);
  const { stdout } = await run(process.execPath, [join(out, "program.mjs")], { env: { ...process.env, ...settings } });
  assert.is(JSON.parse(stdout.trim().split("\n").at(-1)!).label, "espresso");
});

test("the bundle takes the model of another manifest", async () => {
  const out = join(await temporaryFolder(), "handler");
  await bundleHandler({ out, manifest: repositoryPath("tests/fixtures/colour-model/manifest.json") });
  assert.equal((await readdir(join(out, "model"))).sort(), ["labels.txt", "manifest.json", "model.onnx"]);
});

test.run();
