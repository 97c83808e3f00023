import type * as s3 from "@pulumi/aws/s3/index.js";
import * as pulumi from "@pulumi/pulumi";
import { bucketPolicy } from "../bucketPolicy.ts";
import { privateBucket } from "../privateBucket.ts";

const keepDays = 30;

/** Where the pipeline's stages hand over to each other: sources, the gate's report, the preview of prod. */
export class Artifacts extends pulumi.ComponentResource {
  public readonly bucket: s3.Bucket;

  public constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("snaplabel:delivery:Artifacts", name, {}, opts);
    const made = privateBucket(name, { keep: false, expire: [{ id: "old", prefix: "", days: keepDays }] }, this);
    bucketPolicy(name, made, [], this);
    this.bucket = made.bucket;
    this.registerOutputs({ bucket: this.bucket.bucket });
  }
}
