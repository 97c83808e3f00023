import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Correction, ResultItem } from "./resultItem.ts";

/** What the writer of a result knows. */
export interface Seen {
  /** Also replaces the result of the same event: somebody asked for the object anew. */
  readonly again?: boolean;
  /** What a person had said of the image when it was read. */
  readonly correction?: Correction | undefined;
}

/**
 * Writes a result unless the table already holds one of a newer event of that object, or of the very same one, or a
 * correction that the writer has not seen.
 * @returns whether it was written.
 */
export async function putResult(
  documents: DynamoDBDocumentClient,
  tableName: string,
  item: ResultItem,
  seen: Seen = {},
): Promise<boolean> {
  try {
    await documents.send(new PutCommand({ TableName: tableName, Item: item, ...condition(item, seen) }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** An event that comes twice is equal, not smaller: the second write fails, and that is success. */
function condition({ sequencer }: ResultItem, { again = false, correction }: Seen) {
  const newer = sequencer ? ` OR sequencer ${again ? "<=" : "<"} :sequencer` : "";
  const same = correction ? "correction.#at = :at" : "attribute_not_exists(correction)";
  const values = {
    ...(sequencer ? { ":sequencer": sequencer } : {}),
    ...(correction ? { ":at": correction.at } : {}),
  };
  return {
    ConditionExpression: `(attribute_not_exists(sequencer)${newer}) AND ${same}`,
    ...(correction ? { ExpressionAttributeNames: { "#at": "at" } } : {}),
    // DynamoDB takes no empty map of them.
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
  };
}
