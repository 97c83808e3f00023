import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { openDecoder } from "../../../handler/image/openDecoder.ts";
import type { Placement } from "../../../handler/image/placement.ts";
import { type ResizeFilter, scale } from "../../../handler/image/scale.ts";
import { withPictures } from "../../../handler/image/vipsImage.ts";
import { repositoryPath } from "../../paths.ts";

interface PillowCase {
  readonly filter: ResizeFilter;
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly pixels: readonly number[];
}

/** The input of the Pillow cases: waves that both programs can make to the bit. */
function pattern(width: number, height: number): Uint8Array {
  return Uint8Array.from({ length: width * height * 3 }, (_, index) => (index * index * 7 + index * 13) % 256);
}

const whole = (width: number, height: number): Placement => ({
  scaled: { width, height },
  part: { left: 0, top: 0, width, height },
});

async function scaled(
  from: readonly [number, number],
  place: Placement,
  filter: ResizeFilter,
  data = pattern(...from),
) {
  const vips = await openDecoder();
  return withPictures((own) => {
    const image = own(vips.Image.newFromMemory(data, ...from, 3, vips.BandFormat.uchar));
    return scale(vips, image, { place, filter, orientation: 1 }, own).writeToMemory();
  });
}

// Made by tests/reference/make.py.
const cases = JSON.parse(readFileSync(repositoryPath("tests/reference/pillow.json"), "utf8")) as PillowCase[];

for (const { filter, from, to, pixels } of cases)
  test(`${filter} from ${from.join(" × ")} to ${to.join(" × ")} comes close to Pillow on noise`, async () => {
    const data = await scaled(from, whole(...to), filter);
    const differences = [...data].map((value, index) => Math.abs(value - pixels[index]!));
    const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
    assert.ok(mean <= 3, `mean difference ${mean}`);
  });

test("a part has the pixels that it has in the whole", async () => {
  const full = await scaled([40, 30], whole(20, 15), "bicubic");
  const part = { left: 3, top: 4, width: 5, height: 6 };
  const cut = await scaled([40, 30], { ...whole(20, 15), part }, "bicubic");
  const row = (y: number) => [...full.subarray(((y + 4) * 20 + 3) * 3, ((y + 4) * 20 + 8) * 3)];
  for (let y = 0; y < 6; y += 1) assert.equal([...cut.subarray(y * 15, y * 15 + 15)], row(y));
});

test("one pixel fills whatever it is scaled to", async () => {
  const data = await scaled([1, 1], whole(3, 2), "bicubic", Uint8Array.of(9, 8, 7));
  assert.equal([...data], [9, 8, 7, 9, 8, 7, 9, 8, 7, 9, 8, 7, 9, 8, 7, 9, 8, 7]);
});

test.run();
