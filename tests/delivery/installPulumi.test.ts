import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { repositoryPath } from "../paths.ts";
import { rejection } from "../rejection.ts";
import { temporaryFolder } from "../temporaryFolder.ts";

const run = promisify(execFile);
const { packages } = JSON.parse(await readFile(repositoryPath("package-lock.json"), "utf8"));
const { version } = packages["node_modules/@pulumi/pulumi"] as { version: string };

/** Runs the installer where a curl of the test's own answers for the two hosts. */
async function install(digestOf: (archive: Buffer) => string) {
  const root = await temporaryFolder();
  await mkdir(join(root, "pulumi"));
  await writeFile(join(root, "pulumi/pulumi"), `#!/bin/sh\necho v${version}\n`, { mode: 0o755 });
  await run("tar", ["-czf", join(root, "archive"), "-C", root, "pulumi"]);
  const digest = digestOf(await readFile(join(root, "archive")));
  const names = ["linux-arm64.tar.gz", "linux-x64.tar.gz", "linux-x64.tar.gz.sig", "linux-arm64.tar.gz.sig"];
  const lines = names.map((name) => `${name.endsWith("sig") ? "0".repeat(128) : digest}  pulumi-v${version}-${name}\n`);
  await writeFile(join(root, "SHA512SUMS"), lines.join(""));
  const curl = `#!/bin/bash\ncase $2 in *SHA512SUMS) cat ${root}/SHA512SUMS ;; *.tar.gz) cp ${root}/archive "$4" ;; esac\n`;
  await writeFile(join(root, "curl"), curl);
  await chmod(join(root, "curl"), 0o755);
  const options = {
    cwd: repositoryPath(""),
    env: { HOME: root, PATH: [root, process.env["PATH"]].join(delimiter) },
  };
  await run("bash", ["delivery/installPulumi.sh"], options);
  const { stdout } = await run(join(root, ".pulumi/bin/pulumi"), ["version"]);
  return stdout.trim();
}

const sha512 = (archive: Buffer) => createHash("sha512").update(archive).digest("hex");

test("the Pulumi of the lockfile is installed", async () => assert.is(await install(sha512), `v${version}`));

test("an archive that is not the published one is not unpacked", async () => {
  const { message } = await rejection(install((archive) => sha512(archive.subarray(1))));
  assert.match(message, /pulumi-v[\d.]+-linux-\w+\.tar\.gz: expected SHA-512 [0-9a-f]{128}, got another/);
});

test("without a published digest nothing is unpacked", async () => {
  assert.match((await rejection(install(() => ""))).message, /expected SHA-512 \(none is published\)/);
});

test.run();
