import * as s3 from "@pulumi/aws/s3/index.js";
import type * as pulumi from "@pulumi/pulumi";

/** What differs between the buckets. */
export interface PrivateBucketArgs {
  /** Deletion is refused while true, and the objects stay when the resource goes. */
  readonly keep: boolean;
  /** Folders whose objects are deleted after some days. */
  readonly expire?: readonly { readonly id: string; readonly prefix: string; readonly days: number }[];
  /** Its policy will let everybody in the world read some of it. */
  readonly publicRead?: boolean;
}

/** A bucket, and what must be there before its policy. */
export interface PrivateBucket {
  readonly bucket: s3.Bucket;
  readonly doors: s3.BucketPublicAccessBlock;
}

/** A bucket that is encrypted, versioned, its owner's alone, and closed to the public; bucketPolicy has to follow. */
export function privateBucket(name: string, args: PrivateBucketArgs, parent: pulumi.Resource): PrivateBucket {
  const child = { parent };
  const bucket = new s3.Bucket(
    name,
    { forceDestroy: !args.keep },
    { ...child, retainOnDelete: args.keep, protect: args.keep },
  );
  const of = { bucket: bucket.id };
  const closed = !args.publicRead;
  const doors = new s3.BucketPublicAccessBlock(
    name,
    // All four doors are closed; a public prefix needs the two for policies open.
    { ...of, blockPublicAcls: true, ignorePublicAcls: true, blockPublicPolicy: closed, restrictPublicBuckets: closed },
    child,
  );
  new s3.BucketOwnershipControls(name, { ...of, rule: { objectOwnership: "BucketOwnerEnforced" } }, child);
  new s3.BucketServerSideEncryptionConfiguration(
    name,
    { ...of, rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] },
    child,
  );
  new s3.BucketVersioning(name, { ...of, versioningConfiguration: { status: "Enabled" } }, child);
  new s3.BucketLifecycleConfiguration(name, { ...of, rules: [leftovers, ...(args.expire ?? []).map(expiry)] }, child);
  return { bucket, doors };
}

/** Parts of uploads that were never finished, and versions that were replaced or deleted. */
const leftovers = {
  id: "aborted-uploads",
  status: "Enabled",
  filter: { prefix: "" },
  abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
  noncurrentVersionExpiration: { noncurrentDays: 30 },
};

function expiry({ id, prefix, days }: NonNullable<PrivateBucketArgs["expire"]>[number]) {
  return { id, status: "Enabled", filter: { prefix }, expiration: { days } };
}
