import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { DeleteObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { DeleteCommand, type DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { getResult } from "../handler/results/getResult.ts";
import { imageId } from "../handler/results/imageId.ts";
import type { StoredItem } from "../handler/results/resultItem.ts";

const defaultWaitSeconds = 120;

/** Where a photo is sent, and what has to be said of it. */
export interface SmokeTest {
  readonly s3: S3Client;
  readonly documents: DynamoDBDocumentClient;
  readonly bucket: string;
  readonly tableName: string;
  /** Folder of uploads, ends in a slash. */
  readonly prefix: string;
  readonly photo: Uint8Array;
  /** Of the object's key: the bucket tells the queue by endings. */
  readonly ending: string;
  readonly label: string;
  readonly waitSeconds?: number;
}

/**
 * Uploads a photo and waits for its result; takes both away again.
 * @throws {Error} when no result comes in time, or another one than expected.
 */
export async function smokeTest(test: SmokeTest): Promise<StoredItem> {
  const { s3, documents, bucket, tableName, waitSeconds = defaultWaitSeconds } = test;
  const key = `${test.prefix}smoke-test/${randomUUID()}${test.ending}`;
  const id = imageId(bucket, key);
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: test.photo }));
  try {
    const item = await waitFor(id, test, waitSeconds);
    if (!item) throw new Error(`smoke test: no result of s3://${bucket}/${key} after ${waitSeconds} seconds`);
    const label = item.labels?.[0]?.label;
    if (label !== test.label)
      throw new Error(
        `smoke test: expected "${test.label}", got ${label ? `"${label}"` : JSON.stringify(item.problem)}`,
      );
    return item;
  } finally {
    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    await documents.send(new DeleteCommand({ TableName: tableName, Key: { id } }));
  }
}

async function waitFor(id: string, { documents, tableName }: SmokeTest, seconds: number) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(500)) {
    const item = await getResult(documents, tableName, id);
    if (item && item.status !== "pending") return item;
  }
  return undefined;
}
