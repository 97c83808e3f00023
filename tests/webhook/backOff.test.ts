import { test } from "uvu";
import * as assert from "uvu/assert";
import { backOff } from "../../webhook/backOff.ts";

test("each attempt waits twice as long as the one before, an hour at most", () => {
  assert.equal(
    [1, 2, 3, 4].map((attempts) => backOff(attempts, 1)),
    [30, 60, 120, 240],
  );
  assert.is(backOff(50, 1), 3600);
});

test("half of it is chance", () => {
  assert.equal([backOff(3, 0), backOff(3, 1)], [60, 120]);
});

test.run();
