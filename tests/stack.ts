import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Reporter } from "../handler/createHandler.ts";
import type { Handled } from "../handler/storeOutcome.ts";
import { ensureTable } from "../local/stack/ensureTable.ts";
import { localCredentials } from "../local/stack/localCredentials.ts";
import { openDynamoDb } from "../local/stack/openDynamoDb.ts";
import { openDynamoDbLocal } from "../local/stack/openDynamoDbLocal.ts";
import { type LocalStack, type StackOptions, startStack } from "../local/stack/startStack.ts";
import { sharedClassifier } from "./sharedClassifier.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

/** A reporter that remembers. */
export function rememberingReporter() {
  const results: Handled[] = [];
  const retries: Error[] = [];
  const report: Reporter = {
    result: (handled) => void results.push(handled),
    retry: (error) => void retries.push(error),
  };
  return { results, retries, report };
}

/** Runs `use` with a local stack of its own on free ports, then closes it. */
export async function withStack(use: (stack: LocalStack) => Promise<void>, options: Partial<StackOptions> = {}) {
  const stack = await startStack({
    folder: await temporaryFolder(),
    openClassifier: sharedClassifier,
    s3Port: 0,
    dynamoDbPort: 0,
    apiPort: 0,
    dynamoDb: "dynalite",
    report: rememberingReporter().report,
    ...options,
  });
  try {
    await use(stack);
  } finally {
    await stack.close();
  }
}

/** Puts an object into the stack's bucket. */
export async function put({ pipeline, bucket }: LocalStack, key: string, body: Uint8Array): Promise<void> {
  await pipeline.s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
}

/** An empty results table. */
export interface EmptyTable {
  readonly documents: DynamoDBDocumentClient;
  readonly tableName: string;
}

/** Runs `use` with a maker of empty results tables, in dynalite or DynamoDB Local. */
export async function withTables(
  kind: StackOptions["dynamoDb"],
  use: (make: () => Promise<EmptyTable>) => Promise<void>,
) {
  const service = await (kind === "java" ? openDynamoDbLocal : openDynamoDb)(await temporaryFolder(), 0);
  const client = new DynamoDBClient({ endpoint: service.endpoint, region: "us-east-1", credentials: localCredentials });
  let tables = 0;
  try {
    await use(async () => {
      const tableName = `results-${++tables}`;
      await ensureTable(client, tableName);
      return { documents: DynamoDBDocumentClient.from(client), tableName };
    });
  } finally {
    client.destroy();
    await service.close();
  }
}
