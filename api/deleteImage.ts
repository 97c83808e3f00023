import { DeleteObjectCommand } from "@aws-sdk/client-s3";
import { DeleteCommand } from "@aws-sdk/lib-dynamodb";
import type { StoredItem } from "../handler/results/resultItem.ts";
import type { Dependencies } from "./dependencies.ts";

/** Deletes an image, then its result: in this order a failure in between can be repeated. */
export async function deleteImage(
  { id, bucket, key }: StoredItem,
  { s3, documents, tableName }: Dependencies,
): Promise<void> {
  await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
  await documents.send(new DeleteCommand({ TableName: tableName, Key: { id } }));
}
