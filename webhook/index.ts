import { Logger } from "@aws-lambda-powertools/logger";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { SettingsError } from "../handler/settings.ts";
import { createWebhookHandler } from "./createWebhookHandler.ts";

const { TABLE_NAME: tableName, QUEUE_URL: queueUrl } = process.env;
if (!tableName || !queueUrl)
  throw new SettingsError("environment: TABLE_NAME and QUEUE_URL: expected a text, got nothing");

const logger = new Logger({ serviceName: "snaplabel-webhook" });

/** The Lambda entry behind the queue of webhooks. */
export const handler = createWebhookHandler({
  documents: DynamoDBDocumentClient.from(new DynamoDBClient()),
  tableName,
  sqs: new SQSClient(),
  queueUrl,
  targets: "public",
  now: () => new Date(),
  onUndelivered: (error) => logger.warn("will be tried again", error),
});
