/** One price of a service's list. */
export interface Price {
  readonly dollars: number;
  /** What that buys. */
  readonly unit: string;
  readonly source: string;
}

/** The day on which the table was written down. Prices change: compare before you rely on them. */
export const pricesAsOf = "2026-11-25";
export const pricesRegion = "us-east-1";

/**
 * List prices in US East (N. Virginia), first tier, without free tiers. Written down from memory and public articles, as no
 * page of AWS could be reached: each `source` is where to check it.
 */
export const prices = {
  lambdaArm: { dollars: 0.0000133334, unit: "GB-second on arm64", source: "https://aws.amazon.com/lambda/pricing/" },
  lambdaX86: { dollars: 0.0000166667, unit: "GB-second on x86-64", source: "https://aws.amazon.com/lambda/pricing/" },
  lambdaRequest: { dollars: 0.2e-6, unit: "invocation", source: "https://aws.amazon.com/lambda/pricing/" },
  s3Put: { dollars: 5e-6, unit: "PUT", source: "https://aws.amazon.com/s3/pricing/" },
  s3Get: { dollars: 0.4e-6, unit: "GET", source: "https://aws.amazon.com/s3/pricing/" },
  s3Storage: { dollars: 0.023, unit: "GB of S3 a month", source: "https://aws.amazon.com/s3/pricing/" },
  sqsRequest: { dollars: 0.4e-6, unit: "request of a queue", source: "https://aws.amazon.com/sqs/pricing/" },
  dynamoDbWrite: {
    dollars: 0.625e-6,
    unit: "write unit",
    source: "https://aws.amazon.com/dynamodb/pricing/on-demand/",
  },
  dynamoDbRead: { dollars: 0.125e-6, unit: "read unit", source: "https://aws.amazon.com/dynamodb/pricing/on-demand/" },
  logs: { dollars: 0.5, unit: "GB of logs", source: "https://aws.amazon.com/cloudwatch/pricing/" },
  alarm: { dollars: 0.1, unit: "alarm a month", source: "https://aws.amazon.com/cloudwatch/pricing/" },
  metric: { dollars: 0.3, unit: "own metric a month", source: "https://aws.amazon.com/cloudwatch/pricing/" },
  registry: {
    dollars: 0.1,
    unit: "GB of images in the registry a month",
    source: "https://aws.amazon.com/ecr/pricing/",
  },
} as const satisfies Readonly<Record<string, Price>>;

/** DetectLabels of Amazon Rekognition: images up to a number in a month, dollars each. */
export const rekognitionTiers = [
  { upTo: 1e6, dollars: 0.001 },
  { upTo: 10e6, dollars: 0.0008 },
  { upTo: 100e6, dollars: 0.0006 },
  { upTo: Number.POSITIVE_INFINITY, dollars: 0.00025 },
] as const;

export const rekognitionSource = "https://aws.amazon.com/rekognition/pricing/";
