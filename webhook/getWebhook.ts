import { type DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import type { Webhook } from "./webhook.ts";
import { webhookId } from "./webhookId.ts";

/** Reads where the result of an image is sent; undefined when nobody wants it, or it came too late. */
export async function getWebhook(
  documents: DynamoDBDocumentClient,
  tableName: string,
  imageId: string,
): Promise<Webhook | undefined> {
  const { Item } = await documents.send(new GetCommand({ TableName: tableName, Key: { id: webhookId(imageId) } }));
  return Item as Webhook | undefined;
}
