import { test } from "uvu";
import * as assert from "uvu/assert";
import { median, quantile } from "../../benchmarks/statistics.ts";

test("the median is the value in the middle, whatever the order", () => assert.is(median([9, 1, 5]), 5));

test("a quantile is one of the values, the last one at most", () => {
  const values = Array.from({ length: 20 }, (_, index) => index + 1);
  assert.is(quantile(values, 0.95), 20);
  assert.is(quantile(values, 1), 20);
  assert.is(quantile(values, 0), 1);
});

test.run();
