import { readFile } from "node:fs/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { environment } from "../environment.ts";
import { readHandover } from "../handover.ts";
import { outputsOf } from "../pulumi.ts";
import { shiftBack } from "../shiftBack.ts";
import { smokeTest } from "../smokeTest.ts";

// Sends one photo through the real bucket of a stack; without the right answer, traffic goes back to where it was. SMOKE_PHOTO and SMOKE_LABEL: another one for another model.
const { bucketName, tableName, uploadPrefix } = (await outputsOf(environment("STACK"))) as Record<string, string>;
const { SMOKE_PHOTO = "test_images/coffee.png", SMOKE_LABEL = "espresso" } = process.env;
const test = smokeTest({
  // Path style: a stand-in of S3 has no name for each bucket.
  s3: new S3Client({ forcePathStyle: Boolean(process.env["AWS_ENDPOINT_URL_S3"]) }),
  documents: DynamoDBDocumentClient.from(new DynamoDBClient()),
  ...{ bucket: bucketName!, tableName: tableName!, prefix: uploadPrefix! },
  photo: await readFile(SMOKE_PHOTO),
  ending: SMOKE_PHOTO.slice(SMOKE_PHOTO.lastIndexOf(".")),
  label: SMOKE_LABEL,
});
const item = await test.catch(async (error) => {
  const { shifted } = readHandover("shifted");
  await shiftBack(shifted, { lambda: new LambdaClient(), say: (line) => console.log(line) });
  throw error;
});
console.log(`${item.key}: ${item.labels?.[0]?.label}, by ${item.modelName} ${item.modelVersion}`);
