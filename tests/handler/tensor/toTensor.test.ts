import { Image } from "image-js";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Letterbox } from "../../../handler/model/manifest.ts";
import { toTensor } from "../../../handler/tensor/toTensor.ts";
import { modelInput } from "../modelInput.ts";

const left = [255, 0, 10];
const right = [0, 100, 20];
const picture = new Image(2, 1, { data: Uint8Array.from([...left, ...right]), colorModel: "RGB" });
const input = modelInput({ width: 2, height: 1 });

test("NCHW puts one plane behind the other", () => {
  assert.equal([...toTensor(picture, input)], [255, 0, 0, 100, 10, 20]);
});

test("NHWC keeps a pixel's channels together", () => {
  assert.equal([...toTensor(picture, { ...input, layout: "NHWC" })], [...left, ...right]);
});

test("BGR swaps red and blue", () => {
  assert.equal([...toTensor(picture, { ...input, channelOrder: "BGR" })], [10, 20, 0, 100, 255, 0]);
});

test("mean and scale are each channel's own", () => {
  const tensor = toTensor(picture, { ...input, mean: [127, 0, 10], scale: [128, 100, 5] });
  assert.equal([...tensor], [1, -127 / 128, 0, 1, 0, 2].map(Math.fround));
});

test("a letterbox is filled with the normalized colour around the picture", () => {
  const resize: Letterbox = { rule: "letterbox", fill: [1, 2, 3], crop: "none", filter: "bilinear" };
  const tensor = toTensor(picture, { ...input, height: 3, resize, mean: [1, 1, 1] });
  assert.equal([...tensor.subarray(0, 6)], [0, 0, 254, -1, 0, 0]);
  assert.equal([...tensor.subarray(6, 12)], [1, 1, -1, 99, 1, 1]);
});

test.run();
