import { fixedParts } from "./fixedParts.ts";
import { prices, rekognitionTiers } from "./prices.ts";

/** What a month looks like. */
export interface Month {
  readonly images: number;
  /** Of one image, classified: from the log's EMF lines or `npm run bench`. */
  readonly milliseconds: number;
  readonly memoryMegabytes: number;
  readonly architecture: "arm64" | "x86_64";
  /** Mean size of an image in millions of bytes, kept for a month. */
  readonly imageMegabytes: number;
  /** Images of one invocation, on average. */
  readonly batchSize: number;
}

/** One line of the bill. */
export interface CostLine {
  readonly name: string;
  readonly dollars: number;
}

/** Of an image: its item of about 1.5 KB, written to the table and to the four indexes, two write units each. */
const writeUnits = 10;
/** Of an image: a consistent read of the item, and a look for the same bytes. */
const readUnits = 2;
/** Of an image: one line of log with its metrics, and the platform's three lines shared by a batch. */
const logBytes = 2_000;
/** Of a batch: receive and delete, and the event's own message for each image. */
const queueRequestsOfBatch = 2;

/** The monthly cost of classifying images, line by line; all of it grows with the images but the last line. */
export function monthlyCost(month: Month): CostLine[] {
  const { images, batchSize } = month;
  const batches = images / batchSize;
  const gigabyteSeconds = images * (month.milliseconds / 1000) * (month.memoryMegabytes / 1024);
  const compute = month.architecture === "arm64" ? prices.lambdaArm : prices.lambdaX86;
  return [
    { name: "Lambda, time", dollars: gigabyteSeconds * compute.dollars },
    { name: "Lambda, invocations", dollars: batches * prices.lambdaRequest.dollars },
    { name: "S3, requests", dollars: images * (prices.s3Put.dollars + prices.s3Get.dollars) },
    { name: "S3, images kept", dollars: ((images * month.imageMegabytes) / 1000) * prices.s3Storage.dollars },
    { name: "SQS", dollars: (images + batches * queueRequestsOfBatch) * prices.sqsRequest.dollars },
    {
      name: "DynamoDB",
      dollars: images * (writeUnits * prices.dynamoDbWrite.dollars + readUnits * prices.dynamoDbRead.dollars),
    },
    { name: "CloudWatch, logs", dollars: ((images * logBytes) / 1e9) * prices.logs.dollars },
    {
      name: "the same each month",
      dollars:
        fixedParts.alarms * prices.alarm.dollars +
        fixedParts.metrics * prices.metric.dollars +
        fixedParts.registryGigabytes * prices.registry.dollars,
    },
  ];
}

/** What DetectLabels of Amazon Rekognition takes for as many images, without S3 and the rest. */
export function rekognitionCost(images: number): number {
  let before = 0;
  let dollars = 0;
  for (const tier of rekognitionTiers) {
    dollars += Math.max(0, Math.min(images, tier.upTo) - before) * tier.dollars;
    before = tier.upTo;
  }
  return dollars;
}
