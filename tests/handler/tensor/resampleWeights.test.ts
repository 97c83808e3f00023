import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { resampleWeights } from "../../../handler/tensor/resampleWeights.ts";

test("a picture that keeps its size is copied", () => {
  const { starts, counts, weights, taps } = resampleWeights(4, 4, 0, 4, "bilinear");
  for (let x = 0; x < 4; x += 1) {
    const row = Array.from(weights.subarray(x * taps, x * taps + counts[x]!));
    const own = row.findIndex((weight) => Math.abs(weight - 1) < 1e-12);
    assert.is(starts[x]! + own, x);
  }
});

test("halving by bilinear weighs four neighbours 1, 3, 3, 1", () => {
  const { starts, counts, weights, taps } = resampleWeights(8, 4, 1, 1, "bilinear");
  assert.is(starts[0], 1);
  assert.equal(
    [...weights.subarray(0, counts[0])].map((weight) => Math.round(weight * 8)),
    [1, 3, 3, 1],
  );
  assert.ok(taps >= 4);
});

test("weights of every output pixel sum up to 1 and stay inside the picture", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 1, max: 500 }),
      fc.constantFrom("bicubic" as const, "bilinear" as const),
      (input, output, filter) => {
        const { taps, starts, counts, weights } = resampleWeights(input, output, 0, output, filter);
        return starts.every((start, index) => {
          const count = counts[index]!;
          const sum = weights.subarray(index * taps, index * taps + count).reduce((a, b) => a + b, 0);
          return start >= 0 && count > 0 && count <= taps && start + count <= input && Math.abs(sum - 1) < 1e-9;
        });
      },
    ),
    { seed: 3 },
  );
});

test("a part of the axis has the weights that it has in the whole", () => {
  const whole = resampleWeights(100, 37, 0, 37, "bicubic");
  const part = resampleWeights(100, 37, 10, 5, "bicubic");
  assert.equal([...part.starts], [...whole.starts.subarray(10, 15)]);
  assert.equal([...part.weights], [...whole.weights.subarray(10 * whole.taps, 15 * whole.taps)]);
});

test.run();
