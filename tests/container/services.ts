import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { S3Event } from "aws-lambda";
import type { ContainerOptions } from "../../gate/containerArguments.ts";
import { LambdaContainer } from "../../gate/lambdaContainer.ts";
import { getResult } from "../../handler/results/getResult.ts";
import { imageId } from "../../handler/results/imageId.ts";
import type { StoredItem } from "../../handler/results/resultItem.ts";
import { ensureTable } from "../../local/stack/ensureTable.ts";
import { localCredentials } from "../../local/stack/localCredentials.ts";
import { openDynamoDb } from "../../local/stack/openDynamoDb.ts";
import { openS3 } from "../../local/stack/openS3.ts";
import { temporaryFolder } from "../temporaryFolder.ts";

const bucket = "images";
const tableName = "results";

/** An embedded S3 and DynamoDB, and containers of the function that use them. */
export interface Services {
  readonly start: (options?: Partial<ContainerOptions>) => Promise<LambdaContainer>;
  /** Puts an object; the event that S3 sent for it. */
  readonly put: (key: string, body: Uint8Array) => Promise<S3Event>;
  readonly result: (key: string) => Promise<StoredItem | undefined>;
}

/** Runs `use`, then ends its containers and both services. */
export async function withServices(image: string, use: (services: Services) => Promise<void>): Promise<void> {
  const folder = await temporaryFolder();
  const events: S3Event[] = [];
  const containers: LambdaContainer[] = [];
  const s3Server = await openS3({ folder, port: 0, bucket, onEvent: (event) => events.push(event) });
  const table = await openDynamoDb(folder, 0);
  const client = { region: "us-east-1", credentials: localCredentials };
  const dynamoDb = new DynamoDBClient({ ...client, endpoint: table.endpoint });
  const s3 = new S3Client({ ...client, endpoint: s3Server.endpoint, forcePathStyle: true });
  const documents = DynamoDBDocumentClient.from(dynamoDb);
  const environment = {
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    AWS_ENDPOINT_URL_S3: s3Server.endpoint,
    AWS_ENDPOINT_URL_DYNAMODB: table.endpoint,
    TABLE_NAME: tableName,
  };
  try {
    await ensureTable(dynamoDb, tableName);
    await use({
      start: async (options) => {
        const more = { ...options, environment: { ...environment, ...options?.environment } };
        const container = await LambdaContainer.start({ image, hostNetwork: true, ...more });
        containers.push(container);
        return container;
      },
      put: async (key, body) => {
        await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
        return events.at(-1)!;
      },
      result: (key) => getResult(documents, tableName, imageId(bucket, key)),
    });
  } finally {
    await Promise.all(containers.map((container) => container.kill()));
    dynamoDb.destroy();
    s3.destroy();
    await table.close();
    await s3Server.close();
  }
}
