import { test } from "uvu";
import * as assert from "uvu/assert";
import { decodeImage } from "../../../handler/image/decodeImage.ts";
import { defaultLimits } from "../../../handler/image/limits.ts";
import { warmUpPhoto } from "../../../handler/image/warmUpPhoto.ts";
import { modelInput } from "../modelInput.ts";

test("the warm-up photo is a whole JPEG of 640 × 640 in one colour", async () => {
  const { image, format, width, height } = await decodeImage(warmUpPhoto(), {
    limits: defaultLimits,
    input: modelInput(),
  });
  assert.equal([format, width, height], ["jpeg", 640, 640]);
  const { data } = image.getRawImage();
  assert.ok(data.every((value, index) => value === data[index % 3]));
});

test.run();
