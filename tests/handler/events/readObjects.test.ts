import { test } from "uvu";
import * as assert from "uvu/assert";
import { UnknownEventError } from "../../../handler/errors.ts";
import { normalizeSequencer } from "../../../handler/events/normalizeSequencer.ts";
import { readObjects } from "../../../handler/events/readObjects.ts";
import { s3Event, sampleEvent } from "../../events.ts";

test("AWS's documented S3 notification gives its object", () => {
  assert.equal(readObjects(sampleEvent("s3-put")), [
    {
      bucket: "amzn-s3-demo-bucket",
      key: "HappyFace.jpg",
      createdAt: "1970-01-01T00:00:00.000Z",
      versionId: "096fKKXTRTtl3on89fVO.nfljtsv6qko",
      etag: "d41d8cd98f00b204e9800998ecf8427e",
      size: 1024,
      sequencer: normalizeSequencer("0055AED6DCD90281E5"),
    },
  ]);
});

test("AWS's documented EventBridge event gives its object", () => {
  assert.equal(readObjects(sampleEvent("eventbridge-object-created")), [
    {
      bucket: "amzn-s3-demo-bucket1",
      key: "example-key",
      createdAt: "2021-11-12T00:00:00Z",
      versionId: "IYV3p45BT0ac8hjHg1houSdS1a.Mro8e",
      etag: "b1946ac92492d2347c6235b4d2611184",
      size: 5,
      sequencer: normalizeSequencer("617f08299329d189"),
    },
  ]);
});

test("a key of EventBridge is not decoded", () => {
  const event = sampleEvent<{ detail: { object: { key: string } } }>("eventbridge-object-created");
  event.detail.object.key = "1+1 100%25.jpg";
  assert.is(readObjects(event)[0]!.key, "1+1 100%25.jpg");
});

test("all records of a notification are read, but a deletion is no image", () => {
  const records = [{ key: "a b.jpg" }, { key: "c.jpg", eventName: "ObjectRemoved:Delete" }, { key: "d.jpg" }];
  const event = { Records: records.flatMap((record) => s3Event(record).Records) };
  assert.equal(
    readObjects(event).map(({ key }) => key),
    ["a b.jpg", "d.jpg"],
  );
});

test("the end of a multipart upload and a copy are images too", () => {
  for (const eventName of ["ObjectCreated:CompleteMultipartUpload", "ObjectCreated:Copy", "ObjectCreated:Post"])
    assert.is(readObjects(s3Event({ eventName })).length, 1);
});

test("a deletion by EventBridge is no image", () => {
  assert.equal(
    readObjects({ ...sampleEvent<object>("eventbridge-object-created"), "detail-type": "Object Deleted" }),
    [],
  );
});

test("the test event of S3 names no object", () => assert.equal(readObjects(sampleEvent("s3-test-event")), []));

for (const event of [undefined, null, 7, "text", {}, { Records: [{ eventSource: "aws:sns" }] }])
  test(`${JSON.stringify(event)} is refused as an unknown event`, () => {
    assert.throws(
      () => readObjects(event),
      (error: unknown) => error instanceof UnknownEventError && !error.retryable,
    );
  });

test.run();
