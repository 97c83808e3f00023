import { cp, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { docker } from "../../gate/docker.ts";
import { LambdaContainer } from "../../gate/lambdaContainer.ts";
import { type Content, measureContent } from "../../gate/measureContent.ts";
import { withContent } from "../../gate/withContent.ts";
import { closeServer } from "../../local/stack/closeServer.ts";
import { listen } from "../../local/stack/listen.ts";
import { repositoryPath, sample } from "../paths.ts";
import { rejection } from "../rejection.ts";
import { temporaryFolder } from "../temporaryFolder.ts";
import { build, productImage } from "./productImage.ts";

const product = await productImage();
const containerTest = product ? test : test.skip;

/** What the product adds to its base. */
async function ownContent(): Promise<Content> {
  const container = await docker(["create", product!.name]);
  const content = await withContent(container, measureContent);
  await docker(["rm", container]);
  return content;
}

const inspect = async (image: string) => JSON.parse(await docker(["image", "inspect", image]))[0];

containerTest("a second build from nothing gives the same layers", async () => {
  await build(repositoryPath(""), "snaplabel-test:again", product!.base, ["--no-cache"]);
  const [first, second] = await Promise.all([product!.name, "snaplabel-test:again"].map(inspect));
  assert.equal(second.RootFS.Layers, first.RootFS.Layers);
});

containerTest("the image adds the bundle, two runtimes and the model, at most 60 MB and no machine code", async () => {
  const content = await ownContent();
  assert.equal(content.files, [
    "api.mjs",
    "index.mjs",
    "model/efficientnet-lite0.onnx",
    "model/labels.txt",
    "model/manifest.json",
    "ort-wasm-simd-threaded.mjs",
    "ort-wasm-simd-threaded.wasm",
    "vips-heif.wasm",
    "vips-node.mjs",
    "vips.wasm",
    "webhook.mjs",
  ]);
  assert.ok(content.bytes <= 60e6, `${content.bytes} bytes`);
  assert.equal(content.machineCode, []);
});

containerTest("its layers hold nothing beside those files", async () => {
  const sizes = async (image: string) =>
    (await docker(["history", "--human=false", "--format", "{{.Size}}", image])).split("\n").map(Number);
  const [all, base] = await Promise.all([product!.name, product!.base].map(sizes));
  const own = all!.slice(0, all!.length - base!.length).reduce((sum, bytes) => sum + bytes, 0);
  const content = await ownContent();
  assert.ok(own >= content.bytes && own < content.bytes + 1e5, `layers ${own}, files ${content.bytes}`);
});

containerTest("it says where it comes from, runs as nobody and leaves the start to its base", async () => {
  const [{ Config }, base] = await Promise.all([product!.name, product!.base].map(inspect));
  const label = (name: string) => Config.Labels[`org.opencontainers.image.${name}`];
  assert.equal(label("source"), "https://example.com/snaplabel.git");
  assert.equal([label("revision"), label("version"), label("licenses")], ["0123abc", "0.1.0", "Apache-2.0"]);
  assert.equal(Config.User, "65534:65534");
  assert.equal(Config.Entrypoint, base.Config.Entrypoint);
  assert.equal(Config.Cmd, ["index.handler"]);
});

containerTest("the build sees only what the image is made from", async () => {
  const folder = await temporaryFolder();
  const dockerfile = join(folder, "Dockerfile");
  await writeFile(dockerfile, "FROM scratch\nCOPY . /\n");
  await docker(["build", "--file", dockerfile, "--output", `type=local,dest=${folder}/context`, repositoryPath("")]);
  const { files } = await measureContent(join(folder, "context"));
  assert.equal(
    files.filter((file) => !/^(handler|api|webhook)\/[\w/]+\.ts$/.test(file)),
    [
      "model/LICENSE",
      "model/efficientnet-lite0.onnx",
      "model/labels.txt",
      "model/manifest.json",
      "model/manifest.schema.json",
      "package-lock.json",
      "package.json",
      "setup/buildImageContent.mjs",
      "setup/bundleHandler.mjs",
      "setup/copyFiles.mjs",
      "setup/fetchModel.mjs",
      "setup/modelFiles.mjs",
      "setup/nodeBundle.mjs",
      "setup/packageFiles.mjs",
      "setup/startBundle.mjs",
    ],
  );
});

/** A copy of the build's context with another model's manifest and labels, and a server that has its weights. */
async function withOtherModel(change: object, use: (folder: string, args: string[]) => Promise<void>): Promise<void> {
  const folder = await temporaryFolder();
  for (const name of [
    "Dockerfile",
    ".dockerignore",
    "package.json",
    "package-lock.json",
    "api",
    "handler",
    "setup",
    "model",
    "webhook",
  ])
    await cp(repositoryPath(name), join(folder, name), { recursive: true });
  const manifest = JSON.parse(await readFile(repositoryPath("model/manifest.json"), "utf8"));
  const other = { ...manifest, name: "other", file: "other.onnx", labels: "other.txt", ...change };
  await writeFile(join(folder, "model/other.json"), JSON.stringify(other));
  const labels = await readFile(repositoryPath("model/labels.txt"), "utf8");
  await writeFile(join(folder, "model/other.txt"), labels.replace(/^(?=.)/gm, "other "));
  const weights = await readFile(repositoryPath("model/efficientnet-lite0.onnx"));
  const server = createServer((_, response) => response.end(weights));
  const url = `${await listen(server, 0, "port")}/other.onnx`;
  try {
    await use(folder, ["MANIFEST=model/other.json", `MODEL_URL=${url}`, `MODEL_SHA256=${manifest.sha256}`]);
  } finally {
    await closeServer(server);
  }
}

const buildArgs = (args: readonly string[]) => args.flatMap((arg) => ["--build-arg", arg]);

containerTest("another model is downloaded, checked and answers", async () => {
  await withOtherModel({}, async (folder, args) => {
    await build(folder, "snaplabel-test:other", product!.base, buildArgs(args));
    const container = await LambdaContainer.start({ image: "snaplabel-test:other" });
    const image = Buffer.from(sample("cat.jpg")).toString("base64");
    const { labels } = (await container.invoke({ image })) as { labels: { label: string }[] };
    await container.kill();
    assert.equal(labels[0]!.label, "other tiger cat");
  });
});

containerTest("a download with another hash than the manifest's ends the build", async () => {
  await withOtherModel({ sha256: "0".repeat(64) }, async (folder, args) => {
    const error = await rejection(build(folder, "snaplabel-test:no", product!.base, buildArgs(args)));
    assert.match(error.message, /MODEL_SHA256: model\/other.json wants 0{64}/);
  });
});

containerTest("a download with another hash than was asked for ends the build", async () => {
  const asked = { sha256: "0".repeat(64) };
  await withOtherModel(asked, async (folder, [manifest, url]) => {
    const args = buildArgs([manifest!, url!, `MODEL_SHA256=${asked.sha256}`]);
    const error = await rejection(build(folder, "snaplabel-test:no", product!.base, args));
    assert.match(error.message, /MODEL_SHA256: expected 0{64}, but http.*other.onnx has [0-9a-f]{64}/);
  });
});

containerTest("a manifest that disagrees with its model ends the build", async () => {
  const input = { name: "picture" };
  const manifest = JSON.parse(await readFile(repositoryPath("model/manifest.json"), "utf8"));
  await withOtherModel({ input: { ...manifest.input, ...input } }, async (folder, args) => {
    const error = await rejection(build(folder, "snaplabel-test:no", product!.base, buildArgs(args)));
    assert.match(error.message, /the handler does not start with this model: .*input\.name/);
  });
});

test.run();
