import { test } from "uvu";
import * as assert from "uvu/assert";
import { endsEarly } from "../../../handler/image/endsEarly.ts";
import type { ImageFormat } from "../../../handler/image/sniffFormat.ts";
import { bitmap, madeCat } from "../../madeImages.ts";

const files: readonly [ImageFormat, () => Promise<Uint8Array> | Uint8Array][] = [
  ["jpeg", () => madeCat(".jpg")],
  ["png", () => madeCat(".png")],
  ["webp", () => madeCat(".webp")],
  ["gif", () => madeCat(".gif")],
  ["tiff", () => madeCat(".tif")],
  ["bmp", () => bitmap(5, 4, () => [1, 2, 3])],
];

for (const [format, make] of files)
  test(`${format}: the whole file has its end, nine tenths of it have not`, async () => {
    const bytes = await make();
    assert.is(endsEarly(bytes, format), false);
    assert.is(endsEarly(bytes.subarray(0, Math.floor(bytes.length * 0.9)), format), true);
  });

test("avif: boxes that reach behind the file tell that it ends early", () => {
  const box = Buffer.concat([Buffer.from([0, 0, 0, 16]), Buffer.from("ftypavif\0\0\0\0", "latin1")]);
  assert.is(endsEarly(box, "avif"), false);
  assert.is(endsEarly(box.subarray(0, 12), "avif"), true);
});

test.run();
