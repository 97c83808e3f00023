import { test } from "uvu";
import * as assert from "uvu/assert";
import { captureTime } from "../../../handler/image/captureTime.ts";

test("EXIF's date becomes ISO 8601, with the zone where there is one", () => {
  assert.is(captureTime("2021:07:04 12:30:59"), "2021-07-04T12:30:59");
  assert.is(captureTime("2021:07:04 12:30:59", "+02:00"), "2021-07-04T12:30:59+02:00");
});

test("libvips' own remarks behind the value do no harm", () => {
  assert.is(
    captureTime("2021:07:04 12:30:59 (2021:07:04 12:30:59, ASCII, 20 components, 20 bytes)"),
    "2021-07-04T12:30:59",
  );
});

test("clocks that were never set give no time", () => {
  assert.is(captureTime("0000:00:00 00:00:00"), undefined);
  assert.is(captureTime("    :  :     :  :  "), undefined);
  assert.is(captureTime(undefined), undefined);
});

test("a day that the month does not have gives no time", () =>
  assert.is(captureTime("2021:02:31 10:00:00"), undefined));

test.run();
