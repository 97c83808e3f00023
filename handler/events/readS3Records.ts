import type { S3Event, S3EventRecord } from "aws-lambda";
import { decodeObjectKey } from "./decodeObjectKey.ts";
import { normalizeSequencer } from "./normalizeSequencer.ts";
import type { ObjectReference } from "./objectReference.ts";

/** Tells an S3 notification from other events by the source of its records. */
export function isS3Event(event: unknown): event is S3Event {
  const records = (event as Partial<S3Event> | null)?.Records;
  return Array.isArray(records) && records.every((record) => record?.eventSource === "aws:s3" && record.s3);
}

/** Tells the message that S3 sends once when a notification is set up. */
export function isS3TestEvent(event: unknown): boolean {
  return (event as { Event?: unknown } | null)?.Event === "s3:TestEvent";
}

/** Reads the created objects of an S3 notification, in its order; a deleted or restored one is no new picture. */
export function readS3Records(event: S3Event): ObjectReference[] {
  return event.Records.filter(({ eventName }) => /^(s3:)?ObjectCreated:/.test(eventName)).map(readRecord);
}

function readRecord({ eventTime, s3 }: S3EventRecord): ObjectReference {
  const { key, versionId, eTag, size, sequencer } = s3.object;
  return {
    bucket: s3.bucket.name,
    key: decodeObjectKey(key),
    createdAt: eventTime,
    ...(versionId ? { versionId } : {}),
    ...(eTag ? { etag: eTag } : {}),
    ...(size === undefined ? {} : { size }),
    ...(sequencer ? { sequencer: normalizeSequencer(sequencer) } : {}),
  };
}
