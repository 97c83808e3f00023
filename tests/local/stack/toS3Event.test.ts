import { test } from "uvu";
import * as assert from "uvu/assert";
import { toS3Event } from "../../../local/stack/toS3Event.ts";
import { s3Event } from "../../events.ts";

test("the key is encoded as S3 does it", () => {
  const raw = s3Event({});
  raw.Records[0]!.s3.object.key = "a b/1+1 ü.jpg";
  assert.is(toS3Event(raw).Records[0]!.s3.object.key, "a+b/1%2B1+%C3%BC.jpg");
});

test("each event has a larger sequencer than the one before, also within a millisecond", () => {
  const sequencers = Array.from({ length: 100 }, () => toS3Event(s3Event({})).Records[0]!.s3.object.sequencer);
  assert.equal(sequencers, [...new Set(sequencers)].sort());
});

test.run();
