import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { shrinkFactor } from "../../../handler/image/shrinkFactor.ts";

const square = (side: number) => ({ width: side, height: side });

test("a side just long enough is halved, one pixel less is not", () => {
  assert.is(shrinkFactor(square(512), square(256)), 2);
  assert.is(shrinkFactor({ width: 512, height: 511 }, square(256)), 1);
});

test("a 12 MP photo shrinks by 8 for a short side of 256", () =>
  assert.is(shrinkFactor({ width: 4000, height: 3000 }, { width: 341, height: 256 }), 8));

test("no side falls below the scaled one, and with the next step one would", () => {
  const side = fc.integer({ min: 1, max: 20_000 });
  const target = fc.integer({ min: 1, max: 2000 });
  fc.assert(
    fc.property(side, side, target, target, (width, height, scaledWidth, scaledHeight) => {
      const factor = shrinkFactor({ width, height }, { width: scaledWidth, height: scaledHeight });
      const keeps = (by: number) => Math.floor(width / by) >= scaledWidth && Math.floor(height / by) >= scaledHeight;
      return (factor === 1 || keeps(factor)) && (factor === 8 || !keeps(factor * 2));
    }),
    { seed: 2 },
  );
});

test.run();
