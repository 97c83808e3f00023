import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics } from "@aws-lambda-powertools/metrics";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { createHandler, type Handler } from "./createHandler.ts";
import { openClassifier } from "./openClassifier.ts";
import { reportResult } from "./report/reportResult.ts";
import { readSettings } from "./settings.ts";

const settings = readSettings(process.env);
const { serviceName } = settings;
const logger = new Logger({ serviceName });
const metrics = new Metrics({ namespace: "snaplabel", serviceName });
const pipeline = {
  classifier: await openClassifier({ ...settings, warm: true }),
  s3: new S3Client(),
  documents: DynamoDBDocumentClient.from(new DynamoDBClient()),
  tableName: settings.tableName,
  ...(settings.keepDays ? { keepDays: settings.keepDays } : {}),
  now: () => new Date(),
};

const handle = createHandler(pipeline, {
  result: (handled) => reportResult(metrics, handled),
  retry: (error, about) => logger.error("will be tried again", { error, about }),
});

/** The Lambda entry, see createHandler. Model and decoder are open and warm before the first event arrives. */
export const handler: Handler = async (event, context) => {
  metrics.captureColdStartMetric(context?.functionName);
  return handle(event, context);
};
