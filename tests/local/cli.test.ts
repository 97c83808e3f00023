import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { repositoryPath, sample } from "../paths.ts";
import { temporaryFolder } from "../temporaryFolder.ts";

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(args: readonly string[]) {
  return spawn(process.execPath, [repositoryPath("bin/snaplabel.mjs"), ...args], { cwd: repositoryPath(".") });
}

/** Runs the command line as a user does. */
async function snaplabel(args: readonly string[], input?: Uint8Array): Promise<Ended> {
  const child = start(args);
  child.stdin.end(input);
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { code, out, err };
}

test("classify prints a table and ends with 0", async () => {
  const { code, out } = await snaplabel(["classify", "test_images/cat.jpg", "--top", "2"]);
  assert.is(code, 0);
  assert.match(out, /test_images\/cat\.jpg {2}451 × 300 jpeg, \d+ ms\n {2}tiger cat +\d+\.\d % {2}█+/);
  assert.is(out.trim().split("\n").length, 3);
});

test("--json prints one object a line, in the order of the inputs, also from several threads", async () => {
  const inputs = ["test_images/coffee.png", "package.json", "test_images/cat.jpg"];
  const { code, out } = await snaplabel(["classify", "--json", "--jobs", "2", "--top", "1", ...inputs]);
  const results = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.equal(
    results.map(({ source }) => source),
    inputs,
  );
  assert.equal(
    results.map(({ status, code: why }) => why ?? status),
    ["classified", "not-an-image", "classified"],
  );
  assert.is(results[0].labels[0].label, "espresso");
  assert.is(code, 1);
});

test("- reads standard input, and --top may ask for more than the manifest", async () => {
  const { out, code } = await snaplabel(["classify", "-", "--json", "--top", "7"], sample("cat.jpg"));
  assert.equal([code, JSON.parse(out).labels.length], [0, 7]);
});

test("a URL is fetched; an answer that is no success is shown", async () => {
  const server = createServer((request, response) => {
    response.writeHead(request.url === "/cat.jpg" ? 200 : 404).end(request.url === "/cat.jpg" ? sample("cat.jpg") : "");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { out, code } = await snaplabel(["classify", "--json", `${base}/cat.jpg`, `${base}/other.jpg`]);
  server.close();
  const [cat, other] = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.is(cat.labels[0].label, "tiger cat");
  assert.equal([other.status, code], ["failed", 1]);
  assert.match(other.message, /404/);
});

test("--model takes another model", async () => {
  const manifest = "tests/fixtures/colour-model/manifest.json";
  const { out } = await snaplabel(["classify", "--json", "--model", manifest, "tests/photos/mate-greenmeadow.jpg"]);
  assert.is(JSON.parse(out).labels[0].label, "green");
});

const unusable: readonly [string, readonly string[], RegExp][] = [
  ["an input that is not there", ["classify", "nothing.jpg"], /nothing\.jpg: expected a file/],
  ["a wrong option", ["classify", "package.json", "--jobs", "0"], /expected a whole number from 1 to 64/],
  ["a score out of range", ["classify", "package.json", "--min-score", "2"], /expected a number from 0 to 1/],
  ["an unknown command", ["paint"], /unknown command/],
  [
    "a manifest that is not there",
    ["classify", "--model", "no.json", "test_images/cat.jpg"],
    /manifest: .* cannot read/,
  ],
];

for (const [name, args, message] of unusable)
  test(`${name} ends with 2 and no stack trace`, async () => {
    const { code, err, out } = await snaplabel(args);
    assert.equal([code, out], [2, ""]);
    assert.match(err, message);
    assert.not.match(err, /\n\s+at /);
  });

test("model check agrees with the product's model, and names a wrong field", async () => {
  const good = await snaplabel(["model", "check", "--json"]);
  assert.equal([good.code, JSON.parse(good.out).ok, JSON.parse(good.out).labels], [0, true, 1000]);
  const bad = await snaplabel(["model", "check", "package.json"]);
  assert.is(bad.code, 1);
  assert.match(bad.out, /manifest: /);
});

test("--help shows examples", async () => {
  for (const command of [["classify"], ["model", "check"], ["start"]]) {
    const { code, out } = await snaplabel([...command, "--help"]);
    assert.is(code, 0);
    assert.match(out, /Examples:/);
  }
});

test("Ctrl-C ends a long run cleanly, with what was done so far", async () => {
  const child = start(["classify", "--json", "--jobs", "1", "test_images", "tests/photos"]);
  const err = text(child.stderr);
  await once(child.stdout, "data");
  child.kill("SIGINT");
  const [code] = await once(child, "close");
  assert.is(code, 130);
  assert.not.match(await err, /Error|\n\s+at /);
});

test("start prints where it is, loads the samples, shows their labels, and Ctrl-C stops it", async () => {
  const child = start(["start", "--data", await temporaryFolder(), "--s3-port", "0", "--dynamodb-port", "0"]);
  let out = "";
  for await (const chunk of child.stdout.setEncoding("utf8")) {
    out += chunk;
    if (/stream\.jpg/.test(chunk)) child.kill("SIGINT");
  }
  const code = child.exitCode ?? (await once(child, "close"))[0];
  assert.is(code, 0);
  assert.match(out, /S3 +http:\/\/127\.0\.0\.1:\d+ {2}bucket images/);
  assert.match(out, /aws --endpoint-url http:\/\/127\.0\.0\.1:\d+ s3 cp photo\.jpg s3:\/\/images\//);
  assert.match(out, /samples\/coffee\.png +espresso 9\d %/);
  assert.match(out, /Stopping …/);
});

test.run();
