import { type DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import type { ResultItem } from "./resultItem.ts";

/** Reads the newest result of one image, as of now (a consistent read). */
export async function getResult(
  documents: DynamoDBDocumentClient,
  tableName: string,
  id: string,
): Promise<ResultItem | undefined> {
  const { Item } = await documents.send(new GetCommand({ TableName: tableName, Key: { id }, ConsistentRead: true }));
  return Item as ResultItem | undefined;
}
