import * as s3 from "@pulumi/aws/s3/index.js";
import * as sqs from "@pulumi/aws/sqs/index.js";
import * as pulumi from "@pulumi/pulumi";
import { bucketPolicy } from "./bucketPolicy.ts";
import type { UploadsConfig } from "./config/stackConfig.ts";
import { denyPlainHttp, policyDocument, type Statement } from "./policies.ts";
import { privateBucket } from "./privateBucket.ts";
import type { WorkQueue } from "./workQueue.ts";

/** What the bucket has to know. */
export interface ImageBucketArgs {
  readonly uploads: UploadsConfig;
  readonly queue: WorkQueue;
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
    const { keepDays, prefix, publicReadPrefix } = uploads;
    const expire = keepDays ? [{ id: "uploads", prefix, days: keepDays }] : [];
    const made = privateBucket(name, { keep: production, expire, publicRead: Boolean(publicReadPrefix) }, this);
    const { bucket } = made;
    bucketPolicy(name, made, publicReadPrefix ? [publicRead(bucket.arn, publicReadPrefix)] : [], this);
    const admission = new sqs.QueuePolicy(
      name,
      { queueUrl: queue.queueUrl, policy: admitBucket(queue.queueArn, bucket.arn, args.accountId) },
      child,
    );
    new s3.BucketNotification(
      name,
      { bucket: bucket.id, queues: notifications(queue.queueArn, uploads) },
      // S3 asks the queue at once whether it may send.
      { ...child, dependsOn: admission },
    );
    if (publicReadPrefix)
      pulumi.log.warn(`publicReadPrefix: the whole world can read ${publicReadPrefix} of this bucket`, this);
    this.bucketName = bucket.bucket;
    this.bucketArn = bucket.arn;
    this.registerOutputs({ bucketName: this.bucketName, bucketArn: this.bucketArn });
  }
}

function publicRead(arn: pulumi.Output<string>, prefix: string): Statement {
  const Resource = pulumi.interpolate`${arn}/${prefix}*`;
  return { Sid: "PublicRead", Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource };
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
  const spelled = [...new Set(suffixes.flatMap(spellings))];
  return spelled.map((suffix) => ({
    queueArn,
    events: ["s3:ObjectCreated:*"],
    filterPrefix: prefix,
    filterSuffix: suffix,
  }));
}

/** As files come: ".jpg", ".JPG" of cameras, ".Jpg" of some programs. */
function spellings(suffix: string): readonly string[] {
  const lower = suffix.toLowerCase();
  return [lower, suffix.toUpperCase(), lower.slice(0, 1) + lower.slice(1, 2).toUpperCase() + lower.slice(2)];
}
