import { readFileSync } from "node:fs";
import type { S3Event, SQSEvent } from "aws-lambda";
import type { S3EventBridgeEvent } from "../handler/events/readEventBridgeEvent.ts";
import { encodeObjectKey } from "../local/stack/toS3Event.ts";
import { repositoryPath } from "./paths.ts";

/** A documented sample event, see tests/fixtures/events/README.md. */
export function sampleEvent<Event>(name: string): Event {
  return JSON.parse(readFileSync(repositoryPath(`tests/fixtures/events/${name}.json`), "utf8")) as Event;
}

/** What a test changes of the documented S3 notification. */
export interface S3EventChange {
  readonly bucket?: string;
  /** Not yet encoded. */
  readonly key?: string;
  readonly eventName?: string;
  readonly sequencer?: string;
  readonly size?: number;
}

/** The documented S3 notification, of a put unless told otherwise, for another object. Without a version. */
export function s3Event({ bucket, key, eventName, sequencer, size }: S3EventChange): S3Event {
  const event = sampleEvent<S3Event>("s3-put");
  const record = event.Records[0]!;
  if (eventName) record.eventName = eventName;
  if (bucket) record.s3.bucket.name = bucket;
  if (key) record.s3.object.key = encodeObjectKey(key);
  if (sequencer) record.s3.object.sequencer = sequencer;
  if (size !== undefined) record.s3.object.size = size;
  delete record.s3.object.versionId;
  return event;
}

/** The documented SQS event, with one message for each body. */
export function sqsEvent(bodies: readonly unknown[]): SQSEvent {
  const message = sampleEvent<SQSEvent>("sqs").Records[0]!;
  const text = (body: unknown) => (typeof body === "string" ? body : JSON.stringify(body));
  return { Records: bodies.map((body, index) => ({ ...message, messageId: `message-${index}`, body: text(body) })) };
}

/** The documented EventBridge event, for another object. */
export function eventBridgeEvent(bucket: string, key: string): S3EventBridgeEvent {
  const event = sampleEvent<S3EventBridgeEvent>("eventbridge-object-created");
  const { "version-id": _version, ...object } = event.detail.object;
  return { ...event, detail: { bucket: { name: bucket }, object: { ...object, key } } };
}
