import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { ModelOutputError } from "../../../handler/errors.ts";
import { softmax } from "../../../handler/labels/softmax.ts";

test("equal logits share the probability", () => assert.equal([...softmax(Float32Array.of(3, 3))], [0.5, 0.5]));

test("softmax stays finite where exp() alone would overflow", () => {
  assert.equal([...softmax(Float32Array.of(1000, 0))], [1, 0]);
});

test("a temperature below 1 sharpens", () => {
  const [plain, sharp] = [1, 0.5].map((temperature) => softmax(Float32Array.of(1, 0), temperature)[0]!);
  assert.ok(Math.abs(plain! - 1 / (1 + Math.exp(-1))) < 1e-6);
  assert.ok(Math.abs(sharp! - 1 / (1 + Math.exp(-2))) < 1e-6);
});

test("softmax names the logit that is not a number", () => {
  assert.throws(
    () => softmax(Float32Array.of(0, Number.NaN)),
    (error: Error) => error instanceof ModelOutputError && /logits\[1\].*got NaN/.test(error.message),
  );
});

test("the sum is 1 and the order stays", () => {
  const logits = fc.array(fc.float({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(logits, (values) => {
      const scores = softmax(Float32Array.from(values), 0.7);
      const sum = scores.reduce((a, b) => a + b, 0);
      const best = values.indexOf(Math.max(...values));
      return Math.abs(sum - 1) < 1e-5 && scores.every((score) => score <= scores[best]!);
    }),
    { seed: 5 },
  );
});

test.run();
