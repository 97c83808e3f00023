import { test } from "uvu";
import * as assert from "uvu/assert";
import { readFunction } from "../../../infra/config/readFunction.ts";
import { readWith } from "./readWith.ts";

const problems = (values: Readonly<Record<string, string>>) => readWith(readFunction, values).problems;

test("a queue cannot push more invocations than are reserved", () => {
  assert.equal(problems({ reservedConcurrency: "5" }), [
    'maximumConcurrency: expected at most reservedConcurrency, 5, got "10"',
  ]);
  assert.equal(problems({ reservedConcurrency: "5", maximumConcurrency: "5" }), []);
});

test("not more is kept warm than is reserved", () => {
  assert.equal(problems({ reservedConcurrency: "20", provisionedConcurrency: "21" }), [
    'provisionedConcurrency: expected at most reservedConcurrency, 20, got "21"',
  ]);
  assert.equal(problems({ reservedConcurrency: "20", provisionedConcurrency: "20" }), []);
  assert.equal(problems({ provisionedConcurrency: "21" }), []);
});

test("a batch of more than ten needs a window to gather it in", () => {
  assert.equal(problems({ batchSize: "11", batchWindowSeconds: "0" }), [
    'batchWindowSeconds: expected at least 1, as batchSize is over 10, got "0"',
  ]);
  assert.equal(problems({ batchSize: "10", batchWindowSeconds: "0" }), []);
  assert.equal(problems({ batchSize: "11" }), []);
});

test.run();
