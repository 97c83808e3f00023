import { type DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import type { StoredItem } from "./resultItem.ts";

/** Reads what is known of one image, as of now (a consistent read). */
export async function getResult(
  documents: DynamoDBDocumentClient,
  tableName: string,
  id: string,
): Promise<StoredItem | undefined> {
  const { Item } = await documents.send(new GetCommand({ TableName: tableName, Key: { id }, ConsistentRead: true }));
  return Item as StoredItem | undefined;
}
