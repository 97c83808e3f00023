import { test } from "uvu";
import * as assert from "uvu/assert";
import { RejectedImageError } from "../../../handler/errors.ts";
import { checkByteCount, checkPixelCount } from "../../../handler/image/limits.ts";

const limits = { maxPixels: 100, maxBytes: 10 };
const refused = (code: string) => (error: unknown) => error instanceof RejectedImageError && error.code === code;

test("as many bytes as allowed pass, one more does not", () => {
  checkByteCount(10, limits);
  assert.throws(() => checkByteCount(11, limits), refused("too-many-bytes"));
});

test("as many pixels as allowed pass, a row more does not", () => {
  checkPixelCount(10, 10, limits);
  assert.throws(() => checkPixelCount(10, 11, limits), refused("too-many-pixels"));
});

test("a side of nothing is zero-sized, also where the header's number overflowed", () => {
  assert.throws(() => checkPixelCount(0, 10, limits), refused("zero-sized"));
  assert.throws(() => checkPixelCount(10, -1, limits), refused("zero-sized"));
});

test.run();
