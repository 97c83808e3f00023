import { execFile } from "node:child_process";
import { appendFile, cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { docker } from "../../gate/docker.ts";
import { productImage } from "../container/productImage.ts";
import { findEngine } from "../engine/engine.ts";
import { repositoryPath } from "../paths.ts";
import { temporaryFolder } from "../temporaryFolder.ts";
import { openRepository, type PushedRepository } from "./pushed.ts";

// From a real push to a bare repository to prod: real builds, gate, registry, engine, hook and containers. One story, told
// in order; only AWS itself is a stand-in.
const product = await productImage();
const engine = await findEngine();
const recent = Number(process.versions.node.split(".")[0]) >= 22;
const registry = await promisify(execFile)(repositoryPath("tests/delivery/installRegistry.sh")).then(
  Boolean,
  () => false,
);
const ready = product && engine && recent && registry;
if (!ready) console.log("  needs Docker, docker-registry, Pulumi and Node 22: the delivery's tests are skipped");
const deliveryTest = ready ? test : test.skip;

let opened: Promise<PushedRepository> | undefined;
const repository = (): Promise<PushedRepository> => {
  opened ??= openRepository(product!.base, engine!);
  return opened;
};
const quick = ["--to", "prod", "--no-check"];

/** A few of the golden photos, and limits of one's own. */
async function golden(limits: object = {}): Promise<string> {
  const folder = await temporaryFolder();
  const whole = JSON.parse(await readFile(repositoryPath("golden/golden.json"), "utf8"));
  const photos = whole.photos.slice(1, 4);
  await mkdir(join(folder, "photos"));
  for (const { file } of photos) await cp(repositoryPath(`golden/${file}`), join(folder, file));
  // Three photos are too few for an accuracy, and a busy machine for a latency.
  const few = { ...whole.limits, top1Accuracy: 0, top5Accuracy: 0, latencyRatio: 100, ...limits };
  await writeFile(join(folder, "golden.json"), JSON.stringify({ limits: few, photos }));
  return folder;
}

async function few(): Promise<readonly string[]> {
  const folder = await golden();
  return ["--golden", join(folder, "golden.json"), "--hook-golden", folder];
}

function expectLines(output: string, ...lines: readonly RegExp[]): void {
  for (const line of lines) assert.match(output, line, `${line}\n${output.slice(-4000)}`);
}

deliveryTest(
  "a first push is checked, built, gated, pushed, deployed to dev, previewed, and promoted to prod",
  async () => {
    const output = await (await repository()).push("feat: everything", { args: ["--to", "prod"] });
    expectLines(output, /== Check/, /== Image/, /== Dev/, /== Approval/, /== Prod/, /espresso, by efficientnet-lite0/);
    assert.not.match(output, /pipeline ended/);
    const [dev, prod] = [await (await repository()).stack("dev"), await (await repository()).stack("prod")];
    assert.match(dev.imageUri!, /@sha256:[0-9a-f]{64}$/);
    assert.is(prod.imageUri, dev.imageUri);
    assert.is(await (await repository()).images(), 1);
  },
);

deliveryTest("a failing gate stops a commit before anything is pushed", async () => {
  const { folder, push, images, stack } = await repository();
  await appendFile(join(folder, "handler/labels/softmax.ts"), "\nexport const second = 2;\n");
  const before = await stack("dev");
  const impossible = join(await golden({ agreement: 1.1 }), "golden.json");
  const output = await push("feat: second", { args: [...quick, "--golden", impossible] });
  expectLines(output, /FAILED {2}same top-1 as recorded/, /stopped in stage Image/);
  assert.equal([await images(), await stack("dev")], [1, before]);
});

deliveryTest("an image that was exchanged after its gate is not pushed", async () => {
  const { push, images, stack } = await repository();
  const before = await stack("prod");
  // Whoever could reach the build's Docker gives the tag to another image, once the gate has passed the right one.
  const docker = `#!/usr/bin/env bash
real=$(type -ap docker | grep -v "^$(dirname "$0")/" | head -n 1)
case "$*" in
  *"{{.Id}} snaplabel:"*) grep -q gatedImageId dist/delivery/image.json && "$real" tag ${product!.base} "\${@: -1}" ;;
esac
exec "$real" "$@"
`;
  const output = await push("feat: exchanged", { args: [...quick, ...(await few())], programs: { docker } });
  expectLines(output, /the gate passed sha256:\w+, but this is sha256:\w+; it is not pushed/, /stopped in stage Image/);
  assert.equal([await images(), await stack("prod")], [1, before]);
});

deliveryTest("a failing hook keeps the traffic where it was, and prod as it is", async () => {
  const { push, stack } = await repository();
  const [dev, prod] = [await stack("dev"), await stack("prod")];
  const args = [...quick, ...(await few()).slice(0, 2), "--hook-golden", await golden({ agreement: 1.1 })];
  const output = await push("feat: refused by the hook", { args });
  expectLines(output, /hook, snaplabel-dev-classify-\w+: FAILED same top-1/, /version 2 gets no traffic, 1 keeps it/);
  expectLines(output, /stopped in stage Dev/);
  assert.equal((await stack("dev")).traffic, dev.traffic);
  assert.equal(await stack("prod"), prod);
});

deliveryTest("a failing smoke test gives the traffic back, and keeps prod as it is", async () => {
  const { push, stack } = await repository();
  const [dev, prod] = [await stack("dev"), await stack("prod")];
  const environment = { SMOKE_LABEL: "banana" };
  const output = await push("feat: refused by the smoke test", { args: [...quick, ...(await few())], environment });
  expectLines(output, /version 3 has the traffic/, /back to version 1/, /expected "banana", got "espresso"/);
  expectLines(output, /stopped in stage Dev/);
  assert.equal((await stack("dev")).traffic, dev.traffic);
  assert.equal(await stack("prod"), prod);
});

deliveryTest(
  "the same commit, mended, reaches prod: the very image that dev has, by a new version of each function",
  async () => {
    const { push, stack } = await repository();
    const before = await stack("prod");
    const output = await push("fix: mended", { args: [...quick, ...(await few())] });
    assert.not.match(output, /pipeline ended/);
    const [dev, prod] = [await stack("dev"), await stack("prod")];
    assert.is(prod.imageUri, dev.imageUri);
    assert.is.not(prod.imageUri, before.imageUri);
    assert.equal(
      [dev, prod].map(({ traffic }) => Object.values(traffic)),
      [
        // Two versions of dev were refused.
        ["4", "4"],
        ["2", "2"],
      ],
    );
    // Docker keeps nothing of a run but its cache.
    const [, tag] = /--tag (snaplabel:\S+)/.exec(output)!;
    assert.is(await docker(["image", "ls", "--quiet", tag!]), "");
  },
);

test.run();
