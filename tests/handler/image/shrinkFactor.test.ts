import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { shrinkFactor } from "../../../handler/image/shrinkFactor.ts";

test("a side just long enough is halved, one pixel less is not", () => {
  assert.is(shrinkFactor(512, 256), 2);
  assert.is(shrinkFactor(511, 256), 1);
});

test("a 12 MP photo shrinks by 8 for a side of 256", () => assert.is(shrinkFactor(3000, 256), 8));

test("the short side never falls below the target, and the next step would", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 2000 }), (side, target) => {
      const factor = shrinkFactor(side, target);
      const kept = factor === 1 || Math.floor(side / factor) >= target;
      return kept && (factor === 8 || Math.floor(side / (factor * 2)) < target);
    }),
    { seed: 2 },
  );
});

test.run();
