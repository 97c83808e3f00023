import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { ManifestError } from "../../../handler/errors.ts";
import { checkManifest } from "../../../handler/model/checkManifest.ts";
import { repositoryPath } from "../../paths.ts";

type Json = Record<string, unknown>;

const product = (): Json => JSON.parse(readFileSync(repositoryPath("model/manifest.json"), "utf8"));
const input = (changes: Json): Json => ({ ...product(), input: { ...(product()["input"] as Json), ...changes } });
const without = (name: string): Json => Object.fromEntries(Object.entries(product()).filter(([key]) => key !== name));

test("the product's own manifest passes", () => assert.is(checkManifest(product()).name, "efficientnet-lite0"));

const wrong: readonly [string, string, Json][] = [
  ["an unknown layout", "input.layout", input({ layout: "CHW" })],
  ["a side that is no whole number", "input.width", input({ width: 224.5 })],
  ["two means", "input.mean", input({ mean: [1, 2] })],
  ["a scale of nothing", "input.scale.1", input({ scale: [1, 0, 1] })],
  ["a digest too short", "sha256", { ...product(), sha256: "abc" }],
  ["a negative temperature", "temperature", { ...product(), temperature: -1 }],
  ["a version of two numbers", "version", { ...product(), version: "1.0" }],
  ["an unknown kind of output", "output.kind", { ...product(), output: { name: "logits", kind: "scores" } }],
  [
    "a crop larger than the picture",
    "input.resize.side",
    input({ resize: { rule: "shortest-side", side: 200, crop: "center", filter: "bicubic" } }),
  ],
  ["an unknown rule", "input.resize.rule", input({ resize: { rule: "squeeze", crop: "none", filter: "bicubic" } })],
  [
    "a letterbox with half a colour",
    "input.resize.fill",
    input({ resize: { rule: "letterbox", fill: [1], crop: "none", filter: "bicubic" } }),
  ],
  ["an unknown filter", "input.resize.filter", input({ resize: { rule: "stretch", crop: "none", filter: "nearest" } })],
  [
    "a temperature for probabilities",
    "temperature",
    { ...product(), temperature: 0.5, output: { name: "p", kind: "probabilities" } },
  ],
  ["a field that nobody knows", "colour", { ...product(), colour: "red" }],
];

for (const [name, field, manifest] of wrong)
  test(`${name} is named as ${field}`, () => {
    assert.throws(
      () => checkManifest(manifest),
      (error: unknown) => error instanceof ManifestError && error.field === field && error.message.includes(field),
    );
  });

test("a missing field is named", () => {
  assert.throws(
    () => checkManifest(without("licence")),
    (error: Error) => /licence/.test(error.message),
  );
});

test("something that is no object is refused", () => {
  assert.throws(
    () => checkManifest([]),
    (error: unknown) => error instanceof ManifestError,
  );
});

test.run();
