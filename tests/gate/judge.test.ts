import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Golden, GoldenPhoto } from "../../gate/golden.ts";
import { type Answer, judge, type Measured, median } from "../../gate/judge.ts";
import { isRight } from "../../gate/judgeAnswers.ts";

const photo: GoldenPhoto = {
  file: "cat.jpg",
  accept: ["tabby", "tiger cat"],
  expected: [
    { label: "tabby", score: 0.6 },
    { label: "lynx", score: 0.3 },
  ],
};
const good: Answer = {
  photo,
  labels: [
    { label: "tabby", score: 0.61, index: 281 },
    { label: "lynx", score: 0.29, index: 287 },
  ],
  latencies: [10, 12, 90],
};
const golden: Golden = {
  limits: {
    top1Accuracy: 0.75,
    top5Accuracy: 0.75,
    agreement: 0.75,
    scoreTolerance: 0.02,
    latencyRatio: 2,
    megabytes: 60,
  },
  photos: [photo],
};
const measured: Measured = {
  answers: [good, good, good, good],
  references: [6, 6],
  content: { bytes: 43e6, files: ["index.mjs"], machineCode: [] },
};

function failures(change: Partial<Measured>): string[] {
  const verdicts = judge({ ...measured, ...change }, golden);
  return verdicts.filter(({ passed }) => !passed).map(({ name }) => name);
}

test("an image that holds all limits passes", () => {
  assert.equal(failures({}), []);
});

test("one wrong photo of four is allowed here, two are not", () => {
  const wrong = { ...good, labels: [{ label: "drum", score: 0.6, index: 541 }, ...good.labels] };
  assert.equal(failures({ answers: [wrong, good, good, good] }), []);
  assert.equal(failures({ answers: [wrong, wrong, good, good] }), ["top-1 accuracy", "same top-1 as recorded"]);
});

test("another right label is right, but not the recorded one", () => {
  const other = { ...good, labels: [{ label: "tiger cat", score: 0.6, index: 282 }, ...good.labels] };
  assert.ok(isRight(other));
  assert.equal(failures({ answers: [other, other, good, good] }), ["same top-1 as recorded"]);
});

test("a right label in the sixth place is none of the five best", () => {
  const labels = ["a", "b", "c", "d", "e", "tabby"].map((label, index) => ({ label, score: 0.1, index }));
  assert.ok(
    failures({ answers: measured.answers.map((answer) => ({ ...answer, labels })) }).includes("top-5 accuracy"),
  );
});

test("a score that moved further than the tolerance fails, and so does one that is gone", () => {
  const moved = { ...good, labels: [{ label: "tabby", score: 0.63, index: 281 }, good.labels[1]!] };
  assert.equal(failures({ answers: [moved, good, good, good] }), ["largest change of a score"]);
  const gone = { ...good, labels: [good.labels[0]!] };
  assert.equal(failures({ answers: [gone, good, good, good] }), ["largest change of a score"]);
});

test("latency is judged as a multiple of the reference", () => {
  assert.equal(failures({ references: [5.9, 5.9] }), ["latency, of the reference"]);
});

test("a refused photo, too many bytes and machine code fail", () => {
  const refused = { ...good, labels: [] };
  assert.ok(failures({ answers: [refused, refused, good, good] }).includes("top-1 accuracy"));
  assert.equal(failures({ content: { bytes: 61e6, files: [], machineCode: [] } }), ["size of its own files"]);
  assert.equal(failures({ content: { bytes: 1, files: [], machineCode: ["a.node"] } }), ["files of one architecture"]);
});

test("nothing measured is no accuracy and no latency", () => {
  const failed = failures({ answers: [], references: [] });
  assert.equal(failed, ["top-1 accuracy", "top-5 accuracy", "same top-1 as recorded", "latency, of the reference"]);
  assert.ok(Number.isNaN(median([])));
});

test.run();
