import { existsSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { contentType } from "../../infra/contentType.ts";
import { pageFiles } from "../../setup/pageFiles.mjs";
import { repositoryPath } from "../paths.ts";

test("each file lies where it is said to, and browsers are told its type", () => {
  for (const [key, path] of Object.entries(pageFiles())) {
    assert.ok(existsSync(path), path);
    assert.ok(contentType(key), key);
  }
});

test("the model is that of the manifest", () => {
  const manifest = repositoryPath("tests/fixtures/colour-model/manifest.json");
  assert.is(pageFiles(manifest)["model/model.onnx"], repositoryPath("tests/fixtures/colour-model/model.onnx"));
  assert.is(pageFiles(manifest)["model/manifest.json"], manifest);
});

test.run();
