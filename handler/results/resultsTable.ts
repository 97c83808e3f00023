import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb";

/** One index of the results table: which question it answers. */
export interface ResultsIndex {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey?: string;
}

/**
 * The results table, once for all: the cloud's program and the local stack both make it from here.
 * One item for each object; the indexes hold the newest last, so they are read backwards.
 */
export const resultsTable = {
  partitionKey: "id",
  timeToLiveAttribute: "expiresAt",
  indexes: [
    { name: "byLabel", partitionKey: "topLabel", sortKey: "classifiedAt" },
    { name: "byStatus", partitionKey: "status", sortKey: "classifiedAt" },
    // Sparse: only items below the abstain threshold carry the attribute.
    { name: "forReview", partitionKey: "review", sortKey: "classifiedAt" },
    { name: "byContent", partitionKey: "contentKey" },
  ] satisfies readonly ResultsIndex[],
} as const;

/** The definition in the form of DynamoDB's CreateTable. */
export function createTableInput(tableName: string): CreateTableCommandInput {
  const { partitionKey, indexes } = resultsTable;
  const attributes = new Set<string>([partitionKey, ...indexes.flatMap((index) => keysOf(index))]);
  return {
    TableName: tableName,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [...attributes].map((name) => ({ AttributeName: name, AttributeType: "S" })),
    KeySchema: [{ AttributeName: partitionKey, KeyType: "HASH" }],
    GlobalSecondaryIndexes: indexes.map((index: ResultsIndex) => ({
      IndexName: index.name,
      KeySchema: keysOf(index).map((name, place) => ({ AttributeName: name, KeyType: place === 0 ? "HASH" : "RANGE" })),
      Projection: { ProjectionType: "ALL" },
    })),
  };
}

function keysOf({ partitionKey, sortKey }: ResultsIndex): string[] {
  return sortKey ? [partitionKey, sortKey] : [partitionKey];
}
