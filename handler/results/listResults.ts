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
  /** Bounds of classifiedAt, ISO 8601, both inclusive. */
  readonly from?: string;
  readonly to?: string;
  /** Attributes that a result must have as well; a page may then hold fewer results than `limit`, even none. */
  readonly having?: Readonly<Record<string, string>>;
  /** Only these attributes of the results; all by default. */
  readonly attributes?: readonly string[];
  /** Results of a page, 1 to 1000. */
  readonly limit?: number;
  readonly next?: Record<string, unknown>;
}

/** Lists results, newest first, from the index that answers the question; never a scan. */
export async function listResults(
  documents: DynamoDBDocumentClient,
  tableName: string,
  query: ResultsQuery,
  { limit = 50, next, from = "0", to = "9", having = {}, attributes }: PageOptions = {},
): Promise<ResultsPage> {
  const { index, attribute, value } = chosen(query);
  const { Items = [], LastEvaluatedKey } = await documents.send(
    new QueryCommand({
      TableName: tableName,
      IndexName: index,
      // Times begin with a digit from 1 to 2: the defaults leave none out.
      KeyConditionExpression: "#attribute = :value AND classifiedAt BETWEEN :from AND :to",
      ...filter(having),
      ...(attributes ? { ProjectionExpression: attributes.map((_, index) => `#projected${index}`).join(", ") } : {}),
      ExpressionAttributeNames: {
        "#attribute": attribute,
        ...numbered("#filtered", Object.keys(having)),
        ...numbered("#projected", attributes ?? []),
      },
      ExpressionAttributeValues: {
        ":value": value,
        ":from": from,
        ":to": to,
        ...numbered(":filtered", Object.values(having)),
      },
      ScanIndexForward: false,
      Limit: limit,
      ...(next ? { ExclusiveStartKey: next } : {}),
    }),
  );
  return { items: Items as ResultItem[], ...(LastEvaluatedKey ? { next: LastEvaluatedKey } : {}) };
}

function filter(having: Readonly<Record<string, string>>) {
  const conditions = Object.keys(having).map((_, index) => `#filtered${index} = :filtered${index}`);
  return conditions.length > 0 ? { FilterExpression: conditions.join(" AND ") } : {};
}

function numbered(prefix: string, values: readonly string[]): Record<string, string> {
  return Object.fromEntries(values.map((value, index) => [`${prefix}${index}`, value]));
}

/** The index that answers a question, and its partition. */
export function chosen(query: ResultsQuery) {
  if ("label" in query) return { index: "byLabel", attribute: "topLabel", value: query.label };
  if ("status" in query) return { index: "byStatus", attribute: "status", value: query.status };
  return { index: "forReview", attribute: "review", value: query.review };
}
