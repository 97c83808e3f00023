import * as s3 from "@pulumi/aws/s3/index.js";
import * as sqs from "@pulumi/aws/sqs/index.js";
import * as pulumi from "@pulumi/pulumi";
import type { UploadsConfig } from "./config/stackConfig.ts";
import { denyPlainHttp, policyDocument, type Statement } from "./policies.ts";
import type { UploadQueue } from "./uploadQueue.ts";

/** What the bucket has to know. */
export interface ImageBucketArgs {
  readonly uploads: UploadsConfig;
  readonly queue: UploadQueue;
  readonly accountId: pulumi.Input<string>;
  readonly production: boolean;
}

/** Private bucket that receives the images, and tells the queue of each. */
export class ImageBucket extends pulumi.ComponentResource {
  public readonly bucketName: pulumi.Output<string>;
  public readonly bucketArn: pulumi.Output<string>;

  public constructor(name: string, args: ImageBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    super("snaplabel:infra:ImageBucket", name, {}, opts);
    const { uploads, queue, production } = args;
    const child = { parent: this };
    const bucket = new s3.Bucket(
      name,
      { forceDestroy: !production },
      { ...child, retainOnDelete: production, protect: production },
    );
    const of = { bucket: bucket.id };
    const doors = new s3.BucketPublicAccessBlock(name, { ...of, ...publicAccess(uploads) }, child);
    new s3.BucketOwnershipControls(name, { ...of, rule: { objectOwnership: "BucketOwnerEnforced" } }, child);
    new s3.BucketServerSideEncryptionConfiguration(
      name,
      { ...of, rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] },
      child,
    );
    new s3.BucketVersioning(name, { ...of, versioningConfiguration: { status: "Enabled" } }, child);
    new s3.BucketLifecycleConfiguration(name, { ...of, rules: lifecycleRules(uploads) }, child);
    new s3.BucketPolicy(name, { ...of, policy: bucketPolicy(bucket.arn, uploads) }, { ...child, dependsOn: doors });
    if (uploads.corsOrigins.length > 0)
      new s3.BucketCorsConfiguration(name, { ...of, corsRules: [corsRule(uploads)] }, child);
    const admission = new sqs.QueuePolicy(
      name,
      { queueUrl: queue.queueUrl, policy: admitBucket(queue.queueArn, bucket.arn, args.accountId) },
      child,
    );
    new s3.BucketNotification(
      name,
      { ...of, queues: notifications(queue.queueArn, uploads) },
      // S3 asks the queue at once whether it may send.
      { ...child, dependsOn: admission },
    );
    if (uploads.publicReadPrefix)
      pulumi.log.warn(`publicReadPrefix: the whole world can read ${uploads.publicReadPrefix} of this bucket`, this);
    this.bucketName = bucket.bucket;
    this.bucketArn = bucket.arn;
    this.registerOutputs({ bucketName: this.bucketName, bucketArn: this.bucketArn });
  }
}

/** All four doors are closed; a public prefix needs the two for policies open. */
function publicAccess({ publicReadPrefix }: UploadsConfig) {
  const closed = publicReadPrefix === undefined;
  return { blockPublicAcls: true, ignorePublicAcls: true, blockPublicPolicy: closed, restrictPublicBuckets: closed };
}

function lifecycleRules({ prefix, keepDays }: UploadsConfig) {
  return [
    {
      id: "aborted-uploads",
      status: "Enabled",
      filter: { prefix: "" },
      abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
      noncurrentVersionExpiration: { noncurrentDays: 30 },
    },
    ...(keepDays ? [{ id: "uploads", status: "Enabled", filter: { prefix }, expiration: { days: keepDays } }] : []),
  ];
}

function bucketPolicy(arn: pulumi.Output<string>, { publicReadPrefix }: UploadsConfig): pulumi.Output<string> {
  const statements: Statement[] = [denyPlainHttp("s3:*", arn, pulumi.interpolate`${arn}/*`)];
  if (publicReadPrefix)
    statements.push({
      Sid: "PublicRead",
      Effect: "Allow",
      Principal: "*",
      Action: "s3:GetObject",
      Resource: pulumi.interpolate`${arn}/${publicReadPrefix}*`,
    });
  return policyDocument(...statements);
}

function corsRule({ corsOrigins }: UploadsConfig) {
  return {
    allowedOrigins: [...corsOrigins],
    allowedMethods: ["GET", "POST", "PUT"],
    allowedHeaders: ["*"],
    exposeHeaders: ["ETag"],
    maxAgeSeconds: 3600,
  };
}

/** Form: https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html */
function admitBucket(
  queueArn: pulumi.Output<string>,
  bucketArn: pulumi.Output<string>,
  accountId: pulumi.Input<string>,
) {
  return policyDocument(denyPlainHttp("sqs:SendMessage", queueArn), {
    Sid: "EventsOfTheBucket",
    Effect: "Allow",
    Principal: { Service: "s3.amazonaws.com" },
    Action: "sqs:SendMessage",
    Resource: queueArn,
    Condition: { ArnEquals: { "aws:SourceArn": bucketArn }, StringEquals: { "aws:SourceAccount": accountId } },
  });
}

/** S3 takes one suffix a rule, and no two rules that overlap; suffixes are case-sensitive. */
function notifications(queueArn: pulumi.Output<string>, { prefix, suffixes }: UploadsConfig) {
  const spelled = [...new Set(suffixes.flatMap((suffix) => [suffix.toLowerCase(), suffix.toUpperCase()]))];
  return spelled.map((suffix) => ({
    queueArn,
    events: ["s3:ObjectCreated:*"],
    filterPrefix: prefix,
    filterSuffix: suffix,
  }));
}
