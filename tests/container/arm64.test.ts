import { execFile } from "node:child_process";
import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { docker } from "../../gate/docker.ts";
import { withContent } from "../../gate/withContent.ts";
import { repositoryPath } from "../paths.ts";
import { productImage } from "./productImage.ts";

const run = promisify(execFile);
const arm64 = repositoryPath(".cache/arm64");
const product = await productImage();
const emulated = product && (await installed());
if (product && !emulated)
  console.log("  no emulator of arm64, and no root on Debian to install it: its test is skipped");

function installed(): Promise<boolean> {
  return run(repositoryPath("tests/container/installArm64.sh"), [arm64], { timeout: 300_000 }).then(
    () => true,
    () => false,
  );
}

/** Imports the bundle as the Lambda runtime does, and prints its first answer. */
const program = `
  import { readFileSync } from "node:fs";
  import { handler } from "./index.mjs";
  const { labels } = await handler({ image: readFileSync("cat.jpg").toString("base64") });
  console.log(JSON.stringify({ architecture: process.arch, labels }));
  process.exit();`;

/** What the program says, run on a folder's files by a command. */
async function answer(folder: string, command: string, args: readonly string[]) {
  const { stdout } = await run(command, [...args, join(folder, "smoke.mjs")], {
    cwd: folder,
    env: {
      ...{ TABLE_NAME: "none", AWS_REGION: "us-east-1", MODEL_MANIFEST: join(folder, "model/manifest.json") },
      PATH: process.env["PATH"],
    },
    timeout: 300_000,
  });
  return JSON.parse(stdout.trim().split("\n").at(-1)!);
}

(emulated ? test : test.skip)("the files of the very image answer the same on arm64, to the last digit", async () => {
  const container = await docker(["create", product!.name]);
  await withContent(container, async (folder) => {
    await copyFile(repositoryPath("test_images/cat.jpg"), join(folder, "cat.jpg"));
    await writeFile(join(folder, "smoke.mjs"), program);
    const qemu = ["-L", join(arm64, "root"), join(arm64, "package/bin/node")];
    const here = await answer(folder, process.execPath, []);
    const there = await answer(folder, "qemu-aarch64-static", qemu);
    assert.is(there.architecture, "arm64");
    assert.is(there.labels[0].label, "tiger cat");
    assert.equal(there.labels, here.labels);
  });
  await docker(["rm", container]);
});

test.run();
