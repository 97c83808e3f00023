import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { repositoryPath } from "../paths.ts";
import { temporaryFolder } from "../temporaryFolder.ts";

const run = promisify(execFile);

test("the list of what is inside the image names every package of the bundle, with its licence", async () => {
  const file = join(await temporaryFolder(), "sbom.json");
  await run(process.execPath, [repositoryPath("setup/writeSbom.mjs"), file]);
  const sbom = JSON.parse(await readFile(file, "utf8"));
  const names = sbom.components.map(({ name }: { name: string }) => name);
  for (const name of ["onnxruntime-web", "wasm-vips", "image-js", "@smithy/core", "@aws-sdk/client-s3"])
    assert.ok(names.includes(name), name);
  assert.not.ok(names.some((name: string) => /pulumi|esbuild/.test(name)));
  const unlicensed = sbom.components.filter(({ licenses }: { licenses?: unknown[] }) => !licenses?.length);
  // It is in the public domain, which has no SPDX identifier.
  assert.equal(
    unlicensed.map(({ name }: { name: string }) => name),
    ["js-priority-queue"],
  );
});

test.run();
