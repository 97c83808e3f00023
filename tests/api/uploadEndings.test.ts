import { test } from "uvu";
import * as assert from "uvu/assert";
import { uploadEndings } from "../../api/uploadEndings.ts";

test("all pictures may be uploaded where nothing is said", () => {
  const { "image/jpeg": jpeg, "image/tiff": tiff, ...others } = uploadEndings();
  assert.equal([jpeg, tiff, Object.keys(others).length], [".jpg", ".tiff", 5]);
});

test("only types with an ending that the bucket tells of may, by that ending", () => {
  assert.equal(uploadEndings([".JPEG", ".png"]), { "image/jpeg": ".jpeg", "image/png": ".png" });
  assert.equal(uploadEndings([".heic"]), {});
});

test.run();
