import { DeleteObjectCommand } from "@aws-sdk/client-s3";
import { DeleteCommand } from "@aws-sdk/lib-dynamodb";
import type { StoredItem } from "../handler/results/resultItem.ts";
import { webhookId } from "../webhook/webhookId.ts";
import type { Dependencies } from "./dependencies.ts";

/** Deletes an image, its webhook, then its result: in this order a failure in between can be repeated. */
export async function deleteImage(
  { id, bucket, key, notify }: StoredItem,
  { s3, documents, tableName }: Dependencies,
): Promise<void> {
  await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
  const remove = (id: string) => documents.send(new DeleteCommand({ TableName: tableName, Key: { id } }));
  if (notify) await remove(webhookId(id));
  await remove(id);
}
