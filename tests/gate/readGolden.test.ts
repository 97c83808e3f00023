import { readFile } from "node:fs/promises";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { readGolden } from "../../gate/readGolden.ts";
import { repositoryPath } from "../paths.ts";

const text = await readFile(repositoryPath("golden/golden.json"), "utf8");

test("the project's golden file is whole: every label is the model's, every photo has an answer", async () => {
  const labels = (await readFile(repositoryPath("model/labels.txt"), "utf8")).split("\n");
  for (const { file, accept, expected } of readGolden(text).photos) {
    assert.ok((await readFile(repositoryPath(`golden/${file}`))).length > 0);
    for (const label of accept) assert.ok(labels.includes(label), `${file}: ${label}`);
    assert.is(expected.length, 5);
  }
});

test("a missing limit is named", () => {
  assert.throws(() => readGolden(text.replace("top5Accuracy", "top5accuracy")), /limits\.top5Accuracy.*got undefined/);
});

test("a photo without a right label is named by its place", () => {
  const golden = JSON.parse(text);
  golden.photos[1].accept = [];
  assert.throws(() => readGolden(JSON.stringify(golden)), /photos\[1\].*at least one label/);
  assert.throws(() => readGolden(JSON.stringify({ ...golden, photos: [] })), /at least one photo/);
});

test.run();
