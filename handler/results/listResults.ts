import { type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { ResultItem, ResultStatus } from "./resultItem.ts";

/** Which results: one question, one index. */
export type ResultsQuery = { readonly label: string } | { readonly status: ResultStatus } | { readonly review: "open" };

/** One page of results; `next` continues behind it and is missing on the last one. */
export interface ResultsPage {
  readonly items: readonly ResultItem[];
  readonly next?: Record<string, unknown>;
}

/** How much of the list is wanted. */
export interface PageOptions {
  /** Results of a page, 1 to 1000. */
  readonly limit?: number;
  readonly next?: Record<string, unknown>;
}

/** Lists results, newest first, from the index that answers the question; never a scan. */
export async function listResults(
  documents: DynamoDBDocumentClient,
  tableName: string,
  query: ResultsQuery,
  { limit = 50, next }: PageOptions = {},
): Promise<ResultsPage> {
  const { index, attribute, value } = chosen(query);
  const { Items = [], LastEvaluatedKey } = await documents.send(
    new QueryCommand({
      TableName: tableName,
      IndexName: index,
      KeyConditionExpression: "#attribute = :value",
      ExpressionAttributeNames: { "#attribute": attribute },
      ExpressionAttributeValues: { ":value": value },
      ScanIndexForward: false,
      Limit: limit,
      ...(next ? { ExclusiveStartKey: next } : {}),
    }),
  );
  return { items: Items as ResultItem[], ...(LastEvaluatedKey ? { next: LastEvaluatedKey } : {}) };
}

function chosen(query: ResultsQuery) {
  if ("label" in query) return { index: "byLabel", attribute: "topLabel", value: query.label };
  if ("status" in query) return { index: "byStatus", attribute: "status", value: query.status };
  return { index: "forReview", attribute: "review", value: query.review };
}
