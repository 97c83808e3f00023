import * as pulumi from "@pulumi/pulumi";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { ImageConfig } from "../../infra/config/stackConfig.ts";
import { FunctionImage } from "../../infra/functionImage.ts";
import { repositoryPath } from "../paths.ts";
import { collect, only } from "./collect.ts";

async function build(image: Partial<ImageConfig> = {}) {
  let uri = "";
  const found = await collect(async () => {
    const args = { context: repositoryPath("."), accountId: "123456789012", region: "eu-central-1", production: false };
    const component = new FunctionImage("snap", { image: { architecture: "arm64", buildArgs: {}, ...image }, ...args });
    component.imageUri.apply((value) => {
      uri = value;
    });
  });
  return { found, uri };
}

test("an image is built for the function's architecture, under a tag that names its content", async () => {
  const { inputs } = only((await build()).found, "awsx:ecr:Image");
  assert.is(inputs.platform, "linux/arm64");
  assert.match(inputs.imageTag, /^source-[0-9a-f]{16}$/);
  assert.is(only((await build({ architecture: "x86_64" })).found, "awsx:ecr:Image").inputs.platform, "linux/amd64");
});

test("another model goes to the Dockerfile as arguments, and into the tag", async () => {
  const buildArgs = { MODEL_URL: "https://example.com/model.onnx", MODEL_SHA256: "a".repeat(64) };
  const { inputs } = only((await build({ buildArgs })).found, "awsx:ecr:Image");
  assert.equal(inputs.args, buildArgs);
  assert.is.not(inputs.imageTag, only((await build()).found, "awsx:ecr:Image").inputs.imageTag);
});

test("an image by digest is taken as it is, and nothing is built", async () => {
  const given = `123456789012.dkr.ecr.eu-central-1.amazonaws.com/snap@sha256:${"0".repeat(64)}`;
  const { found, uri } = await build({ uri: given });
  assert.is(uri, given);
  assert.not.ok(found.some(({ type }) => type.includes("ecr")));
});

test("another stack's image is taken by its output, and nothing is built", async () => {
  const { found, uri } = await build({ fromStack: "organization/snaplabel/dev" });
  assert.is(uri, `registry/other@sha256:${"b".repeat(64)}`);
  assert.is(only(found, "pulumi:pulumi:StackReference").inputs.name, "organization/snaplabel/dev");
  assert.not.ok(found.some(({ type }) => type.includes("ecr")));
});

test("outputs of the component stay outputs", async () => {
  await collect(() =>
    assert.ok(
      pulumi.Output.isInstance(
        new FunctionImage("snap", {
          image: { architecture: "arm64", buildArgs: {} },
          context: repositoryPath("."),
          accountId: "1",
          region: "r",
          production: false,
        }).imageUri,
      ),
    ),
  );
});

test.run();
