import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { docker } from "../../gate/docker.ts";
import { repositoryPath } from "../paths.ts";

const run = promisify(execFile);
const testBase = "snaplabel-test-base:1";

/** The product's image, built once for all tests. */
export interface ProductImage {
  readonly name: string;
  /** The base that it stands on. */
  readonly base: string;
}

let prepared: Promise<ProductImage | undefined> | undefined;

/** Builds the product's own Dockerfile; undefined, with a line that says so, where no Docker is to be had. */
export function productImage(): Promise<ProductImage | undefined> {
  prepared ??= prepare();
  return prepared;
}

/** Builds an image from a folder with a Dockerfile; what BuildKit said. */
export function build(folder: string, name: string, base: string, args: readonly string[] = []): Promise<string> {
  const buildArgs = ["--build-arg", `BASE_IMAGE=${base}`, ...args];
  const command = [
    "build",
    "--progress",
    "plain",
    "--network",
    "host",
    "--provenance=false",
    "--tag",
    name,
    ...buildArgs,
  ];
  return docker([...command, folder], 600);
}

async function prepare(): Promise<ProductImage | undefined> {
  const started = await run(repositoryPath("tests/container/startDocker.sh"), { timeout: 600_000 }).catch(
    () => undefined,
  );
  if (!started) {
    console.log("  no Docker, and no root on Debian to install it: the container's tests are skipped");
    return undefined;
  }
  const base = await findBase();
  // Of builds before, whose names went to newer ones.
  await docker(["image", "prune", "--force", "--filter", "label=org.opencontainers.image.title=snaplabel"]);
  await build(repositoryPath(""), "snaplabel-test:product", base, [
    ...["--build-arg", "SOURCE=https://example.com/snaplabel.git"],
    ...["--build-arg", "REVISION=0123abc", "--build-arg", "VERSION=0.1.0"],
  ]);
  return { name: "snaplabel-test:product", base };
}

/** AWS's own base where it can be pulled, else a generic one. */
async function findBase(): Promise<string> {
  const dockerfile = await run("sed", ["-n", "s/^ARG BASE_IMAGE=//p", repositoryPath("Dockerfile")]);
  const wanted = dockerfile.stdout.trim();
  const has = (image: string) => docker(["image", "inspect", image]).then(Boolean, () => false);
  if ((await has(wanted)) || (await docker(["pull", "--quiet", wanted], 600).then(Boolean, () => false))) return wanted;
  console.log(
    "  AWS's base image cannot be pulled: the tests build on Debian with Node 24 and the Lambda runtime client",
  );
  if (!(await has(testBase)))
    await run(repositoryPath("tests/container/makeBase.sh"), [testBase], { timeout: 600_000, maxBuffer: 64e6 });
  return testBase;
}
