import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { buildPage } from "../../setup/buildPage.mjs";
import { repositoryPath } from "../paths.ts";
import { temporaryFolder } from "../temporaryFolder.ts";

test("the page is its scripts, what they load by path, and the model of a manifest; what else lay there is gone", async () => {
  const out = await temporaryFolder();
  await writeFile(join(out, "old.js"), "");
  assert.is(await buildPage({ manifest: repositoryPath("tests/fixtures/colour-model/manifest.json"), out }), out);
  const entries = await readdir(out, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  assert.equal(files.map((file) => file.slice(out.length + 1)).sort(), [
    "app.css",
    "app.js",
    "blank.svg",
    "favicon.svg",
    "here/ort-wasm-simd-threaded.mjs",
    "here/ort-wasm-simd-threaded.wasm",
    "here/vips-es6.js",
    "here/vips-heif.wasm",
    "here/vips.wasm",
    "here/worker.js",
    "index.html",
    "model/labels.txt",
    "model/manifest.json",
    "model/model.onnx",
  ]);
  assert.ok((await stat(join(out, "app.js"))).size < 100e3);
  assert.match(await readFile(join(out, "index.html"), "utf8"), /app\.js/);
});

test.run();
