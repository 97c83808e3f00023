import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { RejectedImageError } from "../../../handler/errors.ts";
import { sniffFormat } from "../../../handler/image/sniffFormat.ts";
import { sample } from "../../paths.ts";

const refused = (code: string, text: RegExp) => (error: unknown) =>
  error instanceof RejectedImageError && error.code === code && text.test(error.message);

test("a JPEG, a PNG and a WebP are told by their bytes", () => {
  assert.is(sniffFormat(sample("cat.jpg")), "jpeg");
  assert.is(sniffFormat(sample("coffee.png")), "png");
  assert.is(sniffFormat(sample("dahlia.webp")), "webp");
});

test("no bytes at all are refused as empty", () => {
  assert.throws(() => sniffFormat(new Uint8Array()), refused("empty", /got 0 bytes/));
});

test("a text is refused as no image, and its first bytes are shown", () => {
  assert.throws(() => sniffFormat(Buffer.from("hello")), refused("not-an-image", /68 65 6c 6c 6f/));
});

test("a Photoshop file is an image, but an unsupported one", () => {
  assert.throws(() => sniffFormat(Buffer.from("8BPS....")), refused("unsupported-format", /Photoshop/));
});

test("whatever the bytes, the answer is a format or a RejectedImageError", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      try {
        return typeof sniffFormat(bytes) === "string";
      } catch (error) {
        return error instanceof RejectedImageError;
      }
    }),
    { seed: 1 },
  );
});

test.run();
