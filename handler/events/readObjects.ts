import { UnknownEventError } from "../errors.ts";
import type { ObjectReference } from "./objectReference.ts";
import { isEventBridgeEvent, readEventBridgeEvent } from "./readEventBridgeEvent.ts";
import { isS3Event, isS3TestEvent, readS3Records } from "./readS3Records.ts";

/**
 * Reads the objects that a notification names: from S3 itself, from EventBridge, or as either arrives in a queue.
 * @throws {UnknownEventError} when it is neither.
 */
export function readObjects(event: unknown): ObjectReference[] {
  if (isS3TestEvent(event)) return [];
  if (isS3Event(event)) return readS3Records(event);
  if (isEventBridgeEvent(event)) return readEventBridgeEvent(event);
  throw new UnknownEventError(
    `event: expected an S3 notification, one inside SQS, an S3 event of EventBridge, { "image": base64 } or ` +
      `{ "bucket", "key" }, got ${JSON.stringify(event)?.slice(0, 200)}`,
  );
}
