import { test } from "uvu";
import * as assert from "uvu/assert";
import { ConfigError } from "../../../infra/config/configError.ts";
import { parseConfig } from "../../../infra/config/parseConfig.ts";

const needed: Readonly<Record<string, string>> = { owner: "tests", "aws:region": "eu-central-1" };
const parse = (values: Readonly<Record<string, string>>) => parseConfig("dev", { ...needed, ...values });

function problems(values: Readonly<Record<string, string>>): readonly string[] {
  try {
    parse(values);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test("without any key the defaults are those of the documentation", () => {
  const { image, function: settings, uploads, watch, production } = parse({});
  assert.equal(image, { architecture: "arm64", buildArgs: {} });
  assert.equal([settings.memoryMegabytes, settings.timeoutSeconds, settings.threads], [1769, 60, 1]);
  assert.equal([uploads.prefix, uploads.corsOrigins, uploads.publicReadPrefix], ["incoming/", [], undefined]);
  assert.equal([watch.logRetentionDays, watch.monthlyBudgetDollars, production], [30, 3, false]);
});

test("production keeps logs for a year", () => assert.is(parse({ production: "true" }).watch.logRetentionDays, 365));

test("all wrong keys are told at once, each with what it got and what is allowed", () => {
  assert.equal(problems({ architecture: "vax", threads: "0", alarmEmail: "nobody", developerUsers: "ann" }), [
    'architecture: expected one of arm64, x86_64, got "vax"',
    'threads: expected a whole number from 1 to 6, got "0"',
    'alarmEmail: expected an e-mail address, got "nobody"',
    'developerUsers: expected a list, each entry the name of an IAM user, got "ann"',
  ]);
});

test("a stack without an owner and a region is told of both", () => {
  assert.throws(
    () => parseConfig("dev", {}),
    /owner: expected a name .*, got "nothing"\n.*aws:region: expected a region/,
  );
  assert.equal(problems({ owner: "<b>", "aws:region": "Frankfurt" }), [
    'owner: expected a name of up to 64 letters, got "<b>"',
    'aws:region: expected a region such as eu-central-1, got "Frankfurt"',
  ]);
});

test("a misspelt key is told, with the one that is nearest", () => {
  assert.equal(problems({ memoryMegabyte: "2048", kepUploadsDays: "3" }), [
    "memoryMegabyte: there is no such key; did you mean memoryMegabytes?",
    "kepUploadsDays: there is no such key; did you mean keepUploadsDays?",
  ]);
});

test("limits hold on both sides", () => {
  for (const good of ["10", "900"]) assert.is(parse({ timeoutSeconds: good }).function.timeoutSeconds, Number(good));
  for (const bad of ["9", "901", "1.5", "-1", "", "1e2"]) assert.is(problems({ timeoutSeconds: bad }).length, 1);
});

test("an image comes by digest, and from one place", () => {
  const uri = `123456789012.dkr.ecr.eu-central-1.amazonaws.com/snaplabel@sha256:${"0".repeat(64)}`;
  assert.is(parse({ imageUri: uri }).image.uri, uri);
  assert.is(problems({ imageUri: uri.replace(/@.*/, ":latest") }).length, 1);
  assert.match(problems({ imageUri: uri, imageFromStack: "me/snaplabel/dev" })[0]!, /one of them decides/);
});

test("another model is told to the Dockerfile; its address and its hash come together", () => {
  const modelUrl = "https://example.com/m.onnx";
  const modelSha256 = "a".repeat(64);
  const { buildArgs } = parse({ modelManifest: "model/mine.json", modelUrl, modelSha256 }).image;
  assert.equal(buildArgs, { MANIFEST: "model/mine.json", MODEL_URL: modelUrl, MODEL_SHA256: modelSha256 });
  assert.match(problems({ modelUrl })[0]!, /^modelSha256: expected modelUrl and modelSha256 together/);
  assert.match(problems({ modelSha256 })[0]!, /^modelUrl: /);
  assert.is(problems({ modelManifest: "../mine.json" }).length, 1);
});

test.run();
