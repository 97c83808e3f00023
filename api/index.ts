import { Logger } from "@aws-lambda-powertools/logger";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Context } from "hono";
import { handle, type LambdaEvent } from "hono/aws-lambda";
import type { Classifier } from "../handler/classifyImage.ts";
import { openClassifier } from "../handler/openClassifier.ts";
import { readSettings } from "../handler/settings.ts";
import { createApi } from "./createApi.ts";
import { readApiSettings } from "./settings.ts";

const logger = new Logger({ serviceName: "snaplabel-api" });
const settings = readSettings(process.env);
let classifier: Promise<Classifier> | undefined;

const app = createApi({
  dependencies: {
    ...readApiSettings(process.env),
    maxUploadBytes: settings.limits.maxBytes,
    s3: new S3Client(),
    documents: DynamoDBDocumentClient.from(new DynamoDBClient()),
    tableName: settings.tableName,
    classifier: () => {
      classifier ??= openClassifier(settings);
      return classifier;
    },
    now: () => new Date(),
  },
  caller: subject,
  onError: (error) => logger.error("could not be answered", error),
});

/** The Lambda entry behind the HTTP API of API Gateway, payload format 2.0. */
export const handler = handle(app);

/** API Gateway has checked the token, and puts its claims into the event. */
function subject(context: Context): string | undefined {
  const event = context.env?.event as LambdaEvent | undefined;
  const authorizer =
    event && "requestContext" in event && "authorizer" in event.requestContext
      ? event.requestContext.authorizer
      : undefined;
  const { jwt, iam } = (authorizer ?? {}) as { jwt?: { claims?: { sub?: string } }; iam?: { userArn?: string } };
  return jwt?.claims?.sub ?? iam?.userArn;
}
