import type { S3Event, S3EventRecord } from "aws-lambda";
import type { Pipeline } from "../../handler/pipeline.ts";
import { getResult } from "../../handler/results/getResult.ts";
import { imageId } from "../../handler/results/imageId.ts";
import { listObjects } from "./listObjects.ts";

/**
 * Finds the objects that were stored but not dealt with before the stack was last stopped: a queue in the cloud
 * keeps its events, the one in memory does not.
 * @returns for each a notification as the embedded S3 would have sent it, without a sequencer.
 */
export async function findUnclassified({ s3, documents, tableName }: Pipeline, bucket: string): Promise<S3Event[]> {
  const events: S3Event[] = [];
  for await (const { Key: key = "", ETag, Size: size = 0 } of listObjects(s3, bucket)) {
    const etag = ETag?.replaceAll('"', "") ?? "";
    const result = await getResult(documents, tableName, imageId(bucket, key));
    if (result?.etag !== etag) events.push(notification(bucket, key, etag, size));
  }
  return events;
}

function notification(bucket: string, key: string, eTag: string, size: number): S3Event {
  const record = {
    eventSource: "aws:s3",
    eventName: "ObjectCreated:Put",
    eventTime: new Date().toISOString(),
    s3: { bucket: { name: bucket }, object: { key, eTag, size, sequencer: "" } },
  };
  return { Records: [record as S3EventRecord] };
}
