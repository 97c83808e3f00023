import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Result } from "../../web/api/result.ts";
import { compareAnswers } from "../../web/here/compareAnswers.ts";

const model = "a".repeat(64);
const labels = (label: string, score: number) => [{ label, score, index: 0 }];
const there = (facts: Partial<Result>) =>
  ({ id: "i", bucket: "b", key: "k", status: "classified", modelSha256: model, ...facts }) as Result;
const here = (label: string, score: number, modelSha256 = model) => ({
  id: 1,
  labels: labels(label, score),
  modelSha256,
});

test("the same label with nearly the same score agrees", () => {
  const { agrees, sentence } = compareAnswers(there({ labels: labels("cat", 0.401) }), here("cat", 0.405));
  assert.equal([agrees, sentence], [true, "This browser: cat 40.5 %: agrees"]);
});

test("another label, or a score that is off, differs", () => {
  assert.is(compareAnswers(there({ labels: labels("cat", 0.4) }), here("dog", 0.4)).agrees, false);
  assert.is(compareAnswers(there({ labels: labels("cat", 0.4) }), here("cat", 0.42)).agrees, false);
});

test("both refuse it for the same reason, or one of them does not", () => {
  const refusal = { id: 1, problem: { code: "truncated", message: "ends early" } };
  const refused = there({ status: "rejected", problem: { code: "truncated", message: "ends early" } });
  assert.is(compareAnswers(refused, refusal).agrees, true);
  assert.is(compareAnswers(refused, { ...refusal, problem: { code: "corrupt", message: "" } }).agrees, false);
  assert.is(compareAnswers(refused, here("cat", 0.4)).agrees, false);
});

test("answers of two models are not compared", () => {
  const { agrees, sentence } = compareAnswers(there({ labels: labels("cat", 0.4) }), here("cat", 0.4, "b".repeat(64)));
  assert.is(agrees, false);
  assert.match(sentence, /another model/);
});

test("a browser that cannot run the model says so", () => {
  const problem = { code: "not-here", message: "this browser cannot run the model: no memory" };
  assert.equal(compareAnswers(there({ labels: labels("cat", 0.4) }), { id: 1, problem }), {
    agrees: false,
    sentence: problem.message,
  });
});

test.run();
