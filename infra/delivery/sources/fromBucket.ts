import * as s3 from "@pulumi/aws/s3/index.js";
import * as pulumi from "@pulumi/pulumi";
import { bucketPolicy } from "../../bucketPolicy.ts";
import { privateBucket } from "../../privateBucket.ts";
import type { MadeSource, SourceOf } from "./madeSource.ts";

/** A zip in a bucket, by whatever puts it there. */
export function fromBucket(name: string, { key }: SourceOf<"s3">, parent: pulumi.Resource): MadeSource {
  const made = privateBucket(`${name}-source`, { keep: false }, parent);
  bucketPolicy(`${name}-source`, made, [], parent);
  const { bucket } = made;
  new s3.BucketNotification(`${name}-source`, { bucket: bucket.id, eventbridge: true }, { parent });
  return {
    action: {
      provider: "S3",
      revision: "VersionId",
      configuration: { S3Bucket: bucket.bucket, S3ObjectKey: key, PollForSourceChanges: "false" },
    },
    triggers: [],
    statements: [
      {
        Sid: "ReadSource",
        Effect: "Allow",
        Action: ["s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectTagging", "s3:GetObjectVersionTagging"],
        Resource: pulumi.interpolate`${bucket.arn}/${key}`,
      },
      { Sid: "FindSource", Effect: "Allow", Action: ["s3:GetBucketVersioning", "s3:ListBucket"], Resource: bucket.arn },
    ],
    // Form: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
    eventPattern: pulumi.jsonStringify({
      source: ["aws.s3"],
      "detail-type": ["Object Created"],
      detail: { bucket: { name: [bucket.bucket] }, object: { key: [key] } },
    }),
    cloneUrl: pulumi.interpolate`s3://${bucket.bucket}/${key}`,
    repositoryArn: undefined,
  };
}
