import { type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { Manifest } from "../model/manifest.ts";
import { contentKey } from "./contentKey.ts";
import type { Answer, ResultItem } from "./resultItem.ts";

/**
 * Looks for the model's answer to the same bytes under another key. The index may lag behind the table by a moment:
 * then the answer is computed once more, which costs time, never correctness.
 */
export async function findAnswer(
  documents: DynamoDBDocumentClient,
  tableName: string,
  sha256: string,
  manifest: Manifest,
): Promise<Answer | undefined> {
  const { Items } = await documents.send(
    new QueryCommand({
      TableName: tableName,
      IndexName: "byContent",
      KeyConditionExpression: "contentKey = :contentKey",
      ExpressionAttributeValues: { ":contentKey": contentKey(sha256, manifest) },
      Limit: 1,
    }),
  );
  const found = Items?.[0] as (ResultItem & Answer) | undefined;
  if (!found) return undefined;
  const { format, width, height, capturedAt, labels, abstained, timings } = found;
  return { format, width, height, labels, abstained, timings, ...(capturedAt ? { capturedAt } : {}) };
}
