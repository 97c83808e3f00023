import { test } from "uvu";
import * as assert from "uvu/assert";
import { rankLabels } from "../../../handler/labels/rankLabels.ts";

const labels = ["ant", "bee", "cat"];

test("the best come first, no more than asked for", () => {
  assert.equal(rankLabels(Float32Array.of(0.25, 0.125, 0.625), labels, 2), [
    { label: "cat", score: 0.625, index: 2 },
    { label: "ant", score: 0.25, index: 0 },
  ]);
});

test("equal scores keep the model's order", () => {
  assert.equal(
    rankLabels(Float32Array.of(0.25, 0.5, 0.25), labels, 3).map(({ label }) => label),
    ["bee", "ant", "cat"],
  );
});

test("more labels than there are is all of them", () =>
  assert.is(rankLabels(new Float32Array(3), labels, 9).length, 3));

test.run();
