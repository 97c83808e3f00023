import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { convertModel } from "../../setup/convertModel.ts";
import { repositoryPath } from "../paths.ts";
import { temporaryFolder } from "../temporaryFolder.ts";

async function converted(...options: string[]): Promise<Buffer> {
  const output = join(await temporaryFolder(), "model.onnx");
  await convertModel(output, ...options);
  return readFile(output);
}

test("the published weights convert to the committed model, byte for byte", async () => {
  const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  const committed = await readFile(repositoryPath("model/efficientnet-lite0.onnx"));
  assert.is(hash(await converted()), hash(committed));
});

test("the plain form is another file of the same weights", async () => {
  const plain = await converted("--plain");
  assert.ok(plain.length > 18e6 && plain.length < 19e6);
});

test.run();
