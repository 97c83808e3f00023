import { type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Webhook } from "./webhook.ts";
import { webhookId } from "./webhookId.ts";

/**
 * Keeps where the result of an image is sent: in an item of its own, which no index, export or log knows.
 * @param expiresAt - when DynamoDB may delete it, seconds since 1970.
 */
export async function putWebhook(
  documents: DynamoDBDocumentClient,
  tableName: string,
  imageId: string,
  webhook: Webhook & { readonly expiresAt: number },
): Promise<void> {
  await documents.send(new PutCommand({ TableName: tableName, Item: { id: webhookId(imageId), ...webhook } }));
}
