import { test } from "uvu";
import * as assert from "uvu/assert";
import { UnknownEventError } from "../../../handler/errors.ts";
import { readDirectInvoke } from "../../../handler/events/readDirectInvoke.ts";
import { sampleEvent } from "../../events.ts";

test("base64 becomes bytes, padded or not", () => {
  assert.equal(readDirectInvoke({ image: "aGk=" }), { bytes: Buffer.from("hi") });
  assert.equal(readDirectInvoke({ image: "aGk" }), { bytes: Buffer.from("hi") });
});

test("bucket and key are taken as they are, with a version if one is named", () => {
  assert.equal(readDirectInvoke({ bucket: "b", key: "a+b%20.jpg" }), { object: { bucket: "b", key: "a+b%20.jpg" } });
  assert.equal(readDirectInvoke({ bucket: "b", key: "k", versionId: "3" }), {
    object: { bucket: "b", key: "k", versionId: "3" },
  });
});

test("what is not base64 is refused instead of skipped over", () => {
  assert.throws(
    () => readDirectInvoke({ image: "data:image/png;base64,aGk=" }),
    (error: unknown) => error instanceof UnknownEventError,
  );
});

test("a notification is no direct invoke", () => {
  assert.is(readDirectInvoke(sampleEvent("s3-put")), undefined);
  assert.is(readDirectInvoke(null), undefined);
});

test.run();
