import { test } from "uvu";
import * as assert from "uvu/assert";
import { type Month, monthlyCost, rekognitionCost } from "../../../local/cost/monthlyCost.ts";
import { prices } from "../../../local/cost/prices.ts";

const month: Month = {
  images: 1e6,
  milliseconds: 1000,
  memoryMegabytes: 1024,
  architecture: "arm64",
  imageMegabytes: 1,
  batchSize: 10,
};
const line = (name: string, change: Partial<Month> = {}) =>
  monthlyCost({ ...month, ...change }).find((candidate) => candidate.name === name)!.dollars;
const close = (got: number, wanted: number) => assert.ok(Math.abs(got - wanted) < 1e-6, `${got}, not ${wanted}`);

test("a million seconds of one gigabyte cost a million times the price of one", () => {
  close(line("Lambda, time"), 13.3334);
  close(line("Lambda, time", { architecture: "x86_64" }), 16.6667);
  close(line("Lambda, time", { memoryMegabytes: 512 }), 6.6667);
});

test("batches save invocations, and images kept are billed by size", () => {
  close(line("Lambda, invocations"), 0.02);
  close(line("Lambda, invocations", { batchSize: 1 }), 0.2);
  close(line("S3, images kept"), 23);
});

test("what does not depend on images is there without any", () => {
  const lines = monthlyCost({ ...month, images: 0 });
  assert.equal(
    lines.filter(({ dollars }) => dollars > 0).map(({ name }) => name),
    ["the same each month"],
  );
});

test("Rekognition is cheaper by tiers, each for the images above the one before", () => {
  close(rekognitionCost(1000), 1);
  close(rekognitionCost(1e6), 1000);
  close(rekognitionCost(2e6), 1800);
  close(rekognitionCost(20e6), 1000 + 7200 + 6000);
});

test("every price says where to check it", () => {
  for (const { source, dollars } of Object.values(prices)) {
    assert.match(source, /^https:\/\/aws\.amazon\.com\/[\w-]+\/pricing\//);
    assert.ok(dollars > 0);
  }
});

test.run();
