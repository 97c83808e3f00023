import * as s3 from "@pulumi/aws/s3/index.js";
import * as pulumi from "@pulumi/pulumi";
import type { ImageBucket } from "./imageBucket.ts";

/** Which pages may use a bucket. */
export interface UploadOriginsArgs {
  readonly bucket: ImageBucket;
  /** Origins of pages; none: no CORS at all. */
  readonly origins: readonly pulumi.Input<string>[];
}

/** Lets pages upload to the bucket and show its images: those of the configuration, and the stack's own. */
export class UploadOrigins extends pulumi.ComponentResource {
  public constructor(name: string, { bucket, origins }: UploadOriginsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("snaplabel:infra:UploadOrigins", name, {}, opts);
    if (origins.length > 0)
      new s3.BucketCorsConfiguration(
        name,
        { bucket: bucket.bucketName, corsRules: [corsRule(origins)] },
        { parent: this },
      );
    this.registerOutputs();
  }
}

function corsRule(origins: readonly pulumi.Input<string>[]) {
  return {
    allowedOrigins: [...origins],
    allowedMethods: ["GET", "POST", "PUT"],
    allowedHeaders: ["*"],
    exposeHeaders: ["ETag"],
    maxAgeSeconds: 3600,
  };
}
