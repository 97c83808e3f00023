import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { resample } from "../../../handler/tensor/resample.ts";
import { repositoryPath } from "../../paths.ts";

interface PillowCase {
  readonly filter: "bicubic" | "bilinear";
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly pixels: readonly number[];
}

/** The input of the Pillow cases: a pattern that both programs can make. */
function pattern(width: number, height: number): Uint8Array {
  return Uint8Array.from({ length: width * height * 3 }, (_, index) => (index * index * 7 + index * 13) % 256);
}

const whole = (width: number, height: number) => ({
  scaled: { width, height },
  part: { left: 0, top: 0, width, height },
  offset: { left: 0, top: 0 },
});

// Made by tests/reference/make.py.
const cases = JSON.parse(readFileSync(repositoryPath("tests/reference/pillow.json"), "utf8")) as PillowCase[];

for (const { filter, from, to, pixels } of cases)
  test(`${filter} from ${from.join(" × ")} to ${to.join(" × ")} gives Pillow's pixels`, () => {
    const { data } = resample({ data: pattern(...from), width: from[0], height: from[1] }, whole(...to), filter);
    const worst = Math.max(...data.map((value, index) => Math.abs(value - pixels[index]!)));
    assert.ok(worst <= 1, `worst difference ${worst}`);
  });

test("a part has the pixels that it has in the whole", () => {
  const picture = { data: pattern(40, 30), width: 40, height: 30 };
  const full = resample(picture, whole(20, 15), "bicubic");
  const part = { left: 3, top: 4, width: 5, height: 6 };
  const cut = resample(picture, { ...whole(20, 15), part }, "bicubic");
  const row = (y: number) => [...full.data.subarray(((y + 4) * 20 + 3) * 3, ((y + 4) * 20 + 8) * 3)];
  for (let y = 0; y < 6; y += 1) assert.equal([...cut.data.subarray(y * 15, y * 15 + 15)], row(y));
});

test("one pixel fills whatever it is scaled to", () => {
  const { data } = resample({ data: Uint8Array.of(9, 8, 7), width: 1, height: 1 }, whole(3, 2), "bicubic");
  assert.equal([...data], [9, 8, 7, 9, 8, 7, 9, 8, 7, 9, 8, 7, 9, 8, 7, 9, 8, 7]);
});

test.run();
