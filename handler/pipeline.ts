import type { S3Client } from "@aws-sdk/client-s3";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Classifier } from "./classifyImage.ts";

/** Where objects come from, where results go, and what stands between. */
export interface Pipeline {
  readonly classifier: Classifier;
  readonly s3: S3Client;
  readonly documents: DynamoDBDocumentClient;
  readonly tableName: string;
  /** Days until a result may be deleted; never when missing. */
  readonly keepDays?: number;
  /** The clock; a parameter, so that tests decide what time it is. */
  readonly now: () => Date;
}
