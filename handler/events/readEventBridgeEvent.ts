import type { EventBridgeEvent } from "aws-lambda";
import { normalizeSequencer } from "./normalizeSequencer.ts";
import type { ObjectReference } from "./objectReference.ts";

/** Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html */
interface S3EventDetail {
  readonly bucket: { readonly name: string };
  readonly object: {
    readonly key: string;
    readonly size?: number;
    readonly etag?: string;
    readonly "version-id"?: string;
    readonly sequencer?: string;
  };
}

export type S3EventBridgeEvent = EventBridgeEvent<string, S3EventDetail>;

/** Tells an EventBridge event of S3 from other events. */
export function isEventBridgeEvent(event: unknown): event is S3EventBridgeEvent {
  const candidate = event as Partial<S3EventBridgeEvent> | null;
  return candidate?.source === "aws.s3" && typeof candidate["detail-type"] === "string" && !!candidate.detail?.object;
}

/** Reads the created object of an EventBridge event; none for a deletion. Its key is not URL-encoded. */
export function readEventBridgeEvent(event: S3EventBridgeEvent): ObjectReference[] {
  if (event["detail-type"] !== "Object Created") return [];
  const { bucket, object } = event.detail;
  return [
    {
      bucket: bucket.name,
      key: object.key,
      createdAt: event.time,
      ...(object["version-id"] ? { versionId: object["version-id"] } : {}),
      ...(object.etag ? { etag: object.etag } : {}),
      ...(object.size === undefined ? {} : { size: object.size }),
      ...(object.sequencer ? { sequencer: normalizeSequencer(object.sequencer) } : {}),
    },
  ];
}
