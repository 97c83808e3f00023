import { test } from "uvu";
import * as assert from "uvu/assert";
import { readApiSettings } from "../../api/settings.ts";

test("only the bucket has to be told; what is kept in one piece fits into Lambda's answer", () => {
  const { bucket, uploadPrefix, uploadEndings, isolateOwners, webhooks, maxExportBytes } = readApiSettings({
    BUCKET_NAME: "images",
  });
  assert.equal([bucket, uploadPrefix, isolateOwners, webhooks], ["images", "incoming/", false, "none"]);
  assert.is(uploadEndings["image/avif"], ".avif");
  assert.ok(maxExportBytes! < 6e6);
});

test("uploads keep to the endings that the bucket tells of", () => {
  const { uploadEndings } = readApiSettings({ BUCKET_NAME: "images", UPLOAD_SUFFIXES: ".png,.webp" });
  assert.equal(uploadEndings, { "image/png": ".png", "image/webp": ".webp" });
});

test("all that is wrong is told at once", () => {
  assert.throws(
    () => readApiSettings({ UPLOAD_PREFIX: "incoming", ISOLATE_OWNERS: "yes", WEBHOOKS: "1" }),
    /BUCKET_NAME: .*UPLOAD_PREFIX: .*ISOLATE_OWNERS: .*got "yes"; WEBHOOKS: .*got "1"/,
  );
});

test.run();
