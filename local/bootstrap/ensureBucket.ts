import {
  type BucketLocationConstraint,
  CreateBucketCommand,
  HeadBucketCommand,
  PutBucketEncryptionCommand,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  PutPublicAccessBlockCommand,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";

/** Which bucket, and how it is kept. */
export interface StateBucket {
  readonly name: string;
  readonly region: string;
  readonly accountId: string;
  readonly keyArn: string;
}

/**
 * Makes the bucket of the state, unless it is there, and sets how it is kept in any case: private, encrypted by the key,
 * versioned, TLS only.
 * @returns true when it was made just now.
 * @throws when the name belongs to another account.
 */
export async function ensureBucket(s3: S3Client, bucket: StateBucket): Promise<boolean> {
  const of = { Bucket: bucket.name, ExpectedBucketOwner: bucket.accountId };
  const made = !(await isThere(s3, of));
  if (made) await s3.send(new CreateBucketCommand({ Bucket: bucket.name, ...location(bucket.region) }));
  await s3.send(
    new PutPublicAccessBlockCommand({
      ...of,
      PublicAccessBlockConfiguration: {
        ...{ BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true },
      },
    }),
  );
  const encryption = { SSEAlgorithm: "aws:kms", KMSMasterKeyID: bucket.keyArn } as const;
  const rule = { ApplyServerSideEncryptionByDefault: encryption, BucketKeyEnabled: true };
  await s3.send(new PutBucketEncryptionCommand({ ...of, ServerSideEncryptionConfiguration: { Rules: [rule] } }));
  await s3.send(new PutBucketVersioningCommand({ ...of, VersioningConfiguration: { Status: "Enabled" } }));
  await s3.send(new PutBucketPolicyCommand({ ...of, Policy: tlsOnly(bucket.name) }));
  return made;
}

async function isThere(s3: S3Client, of: { Bucket: string; ExpectedBucketOwner: string }): Promise<boolean> {
  try {
    await s3.send(new HeadBucketCommand(of));
    return true;
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return false;
    throw error;
  }
}

/** The first region has no name here: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html */
function location(region: string) {
  if (region === "us-east-1") return {};
  return { CreateBucketConfiguration: { LocationConstraint: region as BucketLocationConstraint } };
}

function tlsOnly(name: string): string {
  const statement = {
    ...{ Sid: "DenyPlainHttp", Effect: "Deny", Principal: "*", Action: "s3:*" },
    Resource: [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}
