import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { middle, placement } from "../../../handler/image/placement.ts";
import { modelInput } from "../modelInput.ts";

const square = (side: number) =>
  modelInput({
    width: side,
    height: side,
    resize: { rule: "shortest-side", side: 256, crop: "center", filter: "bicubic" },
  });

test("shortest-side scales 640 × 480 to 341 × 256 and cuts the centre out", () => {
  assert.equal(placement(640, 480, square(224)), {
    scaled: { width: 341, height: 256 },
    part: { left: 58, top: 16, width: 224, height: 224 },
  });
});

test("letterbox fits the longer side and centres the picture", () => {
  const input = modelInput({
    width: 100,
    height: 100,
    resize: { rule: "letterbox", fill: [0, 0, 0], crop: "none", filter: "bicubic" },
  });
  assert.equal(placement(200, 100, input).scaled, { width: 100, height: 50 });
  assert.equal(middle(input, placement(200, 100, input).part), { left: 0, top: 25 });
});

test("stretch ignores the proportions", () => {
  assert.equal(placement(200, 100, modelInput()).scaled, { width: 4, height: 2 });
});

test("whatever the picture, the part lies inside the scaled picture and inside the input", () => {
  const side = fc.integer({ min: 1, max: 30_000 });
  const rule = fc.constantFrom(
    square(224),
    modelInput(),
    modelInput({
      width: 64,
      height: 32,
      resize: { rule: "letterbox", fill: [1, 2, 3], crop: "none", filter: "bicubic" },
    }),
  );
  fc.assert(
    fc.property(side, side, rule, (width, height, input) => {
      const { scaled, part } = placement(width, height, input);
      const offset = middle(input, part);
      const inside = (start: number, length: number, whole: number) =>
        start >= 0 && length >= 1 && start + length <= whole;
      return (
        inside(part.left, part.width, scaled.width) &&
        inside(part.top, part.height, scaled.height) &&
        inside(offset.left, part.width, input.width) &&
        inside(offset.top, part.height, input.height)
      );
    }),
    { seed: 4 },
  );
});

test.run();
