import * as s3 from "@pulumi/aws/s3/index.js";
import * as pulumi from "@pulumi/pulumi";
import { denyPlainHttp, policyDocument, type Statement } from "./policies.ts";
import type { PrivateBucket } from "./privateBucket.ts";

/** Refuses plain HTTP at a bucket, and lets in who is named besides the account's own roles. */
export function bucketPolicy(
  name: string,
  { bucket, doors }: PrivateBucket,
  statements: readonly Statement[],
  parent: pulumi.Resource,
): void {
  const plain = denyPlainHttp("s3:*", bucket.arn, pulumi.interpolate`${bucket.arn}/*`);
  new s3.BucketPolicy(
    name,
    { bucket: bucket.id, policy: policyDocument(plain, ...statements) },
    { parent, dependsOn: doors },
  );
}
