import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { ResultItem } from "./resultItem.ts";

/**
 * Writes a result unless the table already holds one of a newer event of that object, or of the very same one.
 * @param again - also replaces the result of the same event: somebody asked for the object anew.
 * @returns whether it was written.
 */
export async function putResult(
  documents: DynamoDBDocumentClient,
  tableName: string,
  item: ResultItem,
  again = false,
): Promise<boolean> {
  try {
    await documents.send(new PutCommand({ TableName: tableName, Item: item, ...condition(item, again) }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** An event that comes twice is equal, not smaller: the second write fails, and that is success. */
function condition({ sequencer }: ResultItem, again: boolean) {
  if (!sequencer) return { ConditionExpression: "attribute_not_exists(sequencer)" };
  return {
    ConditionExpression: `attribute_not_exists(sequencer) OR sequencer ${again ? "<=" : "<"} :sequencer`,
    ExpressionAttributeValues: { ":sequencer": sequencer },
  };
}
