import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { classifyImage } from "../../../handler/classifyImage.ts";
import { ManifestError } from "../../../handler/errors.ts";
import { defaultLimits } from "../../../handler/image/limits.ts";
import { loadModel } from "../../../handler/model/loadModel.ts";
import { configureRuntime } from "../../../handler/model/runtime.ts";
import { bitmap } from "../../madeImages.ts";
import { repositoryPath } from "../../paths.ts";
import { rejection } from "../../rejection.ts";
import { sharedClassifier } from "../../sharedClassifier.ts";
import { temporaryFolder } from "../../temporaryFolder.ts";

type Json = Record<string, unknown>;

configureRuntime(1);
const colourModel = repositoryPath("tests/fixtures/colour-model");

/** A copy of the colour model with another manifest; `labels` replaces its labels. */
async function changed(change: (manifest: Json, input: Json, output: Json) => void, labels?: string): Promise<string> {
  const folder = await temporaryFolder();
  cpSync(colourModel, folder, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  change(manifest, manifest.input, manifest.output);
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  if (labels) writeFileSync(join(folder, "labels.txt"), labels);
  return join(folder, "manifest.json");
}

test("another model needs another manifest and nothing else: other size, NHWC, probabilities", async () => {
  const model = await loadModel(join(colourModel, "manifest.json"));
  const classifier = { model, limits: defaultLimits };
  const green = await classifyImage(
    bitmap(90, 60, () => [20, 240, 30]),
    classifier,
  );
  assert.is(green.labels[0]!.label, "green");
  assert.is(green.labels.length, 3);
  const grey = await classifyImage(
    bitmap(90, 60, () => [128, 128, 128]),
    classifier,
  );
  assert.is(grey.abstained, true);
});

const wrong: readonly [string, string, Parameters<typeof changed>][] = [
  ["an input of another name", "input.name", [(_, input) => Object.assign(input, { name: "image" })]],
  ["an output of another name", "output.name", [(_, __, output) => Object.assign(output, { name: "scores" })]],
  ["another layout", "input.layout", [(_, input) => Object.assign(input, { layout: "NCHW" })]],
  ["another width", "input.width", [(_, input) => Object.assign(input, { width: 64 })]],
  ["another height", "input.height", [(_, input) => Object.assign(input, { height: 48 })]],
  ["a label too few", "labels", [() => undefined, "red\ngreen\nblue\nwhite\n"]],
  ["another digest", "sha256", [(manifest) => Object.assign(manifest, { sha256: "0".repeat(64) })]],
  ["a file that is not there", "file", [(manifest) => Object.assign(manifest, { file: "other.onnx" })]],
  ["labels that are not there", "labels", [(manifest) => Object.assign(manifest, { labels: "other.txt" })]],
];

for (const [name, field, change] of wrong)
  test(`${name} is named as ${field}`, async () => {
    const error = await rejection(loadModel(await changed(...change)));
    assert.instance(error, ManifestError);
    assert.is(error.field, field);
  });

test("a manifest that is no JSON is named", async () => {
  assert.match((await rejection(loadModel(repositoryPath("LICENSE")))).message, /cannot read/);
});

test("a file that is no model is named", async () => {
  const path = await changed(() => undefined);
  const junk = Buffer.from("no model");
  writeFileSync(join(path, "../model.onnx"), junk);
  assert.is((await rejection(loadModel(path))).field, "sha256");
});

test("calls that overlap share the session and do not mix their answers", async () => {
  const { model } = await sharedClassifier();
  const tensors = [0.1, -0.4, 0.9].map((value) => new Float32Array(3 * 224 * 224).fill(value));
  const alone: Float32Array[] = [];
  for (const tensor of tensors) alone.push((await model.run(tensor)).slice());
  const together = await Promise.all(tensors.map((tensor) => model.run(tensor)));
  assert.equal(
    together.map((logits) => [...logits]),
    alone.map((logits) => [...logits]),
  );
});

test.run();
