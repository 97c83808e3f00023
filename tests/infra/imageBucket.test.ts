import { test } from "uvu";
import * as assert from "uvu/assert";
import { parseConfig } from "../../infra/config/parseConfig.ts";
import { ImageBucket } from "../../infra/imageBucket.ts";
import { WorkQueue } from "../../infra/workQueue.ts";
import { collect, only, statements } from "./collect.ts";

function build(keys: Readonly<Record<string, string>> = {}) {
  return collect(() => {
    const { uploads, production } = parseConfig("test", { owner: "tests", "aws:region": "eu-central-1", ...keys });
    const queue = new WorkQueue("uploads", { functionTimeoutSeconds: 60, maxReceiveCount: 4 });
    return new ImageBucket("photos", { uploads, queue, accountId: "123456789012", production });
  });
}

test("all four doors to the public are closed", async () => {
  assert.equal(only(await build(), "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock").inputs, {
    ...{ bucket: "photos-id", blockPublicAcls: true, ignorePublicAcls: true },
    ...{ blockPublicPolicy: true, restrictPublicBuckets: true },
  });
});

test("objects are encrypted, have versions, and belong to the bucket's owner", async () => {
  const found = await build();
  assert.equal(
    only(found, "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration").inputs.rules,
    [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
  );
  assert.equal(only(found, "aws:s3/bucketVersioning:BucketVersioning").inputs.versioningConfiguration, {
    status: "Enabled",
  });
  assert.equal(only(found, "aws:s3/bucketOwnershipControls:BucketOwnershipControls").inputs.rule, {
    objectOwnership: "BucketOwnerEnforced",
  });
});

test("requests without TLS are refused, and nobody else is let in", async () => {
  const { inputs } = only(await build(), "aws:s3/bucketPolicy:BucketPolicy");
  assert.equal(
    statements(inputs.policy).map(({ Sid, Effect }) => [Sid, Effect]),
    [["DenyPlainHttp", "Deny"]],
  );
});

test("each suffix is announced in its three spellings, below the prefix", async () => {
  const { inputs } = only(await build({ uploadSuffixes: '[".jpg"]' }), "aws:s3/bucketNotification:BucketNotification");
  const rule = { queueArn: "arn:uploads:Queue", events: ["s3:ObjectCreated:*"], filterPrefix: "incoming/" };
  assert.equal(inputs.queues, [
    { ...rule, filterSuffix: ".jpg" },
    { ...rule, filterSuffix: ".JPG" },
    { ...rule, filterSuffix: ".Jpg" },
  ]);
});

test("only this bucket of this account may send to the queue", async () => {
  const { inputs } = only(await build(), "aws:sqs/queuePolicy:QueuePolicy", "photos");
  const allow = statements(inputs.policy).find(({ Effect }) => Effect === "Allow") as unknown as Record<
    string,
    unknown
  >;
  assert.equal(
    [allow["Principal"], allow["Condition"]],
    [
      { Service: "s3.amazonaws.com" },
      {
        ArnEquals: { "aws:SourceArn": "arn:photos:Bucket" },
        StringEquals: { "aws:SourceAccount": "123456789012" },
      },
    ],
  );
});

test("uploads expire where the stack says so, aborted ones always", async () => {
  const rules = async (keys: Readonly<Record<string, string>>) =>
    only(await build(keys), "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration").inputs.rules;
  assert.equal(
    (await rules({})).map(({ id }: { id: string }) => id),
    ["aborted-uploads"],
  );
  assert.equal((await rules({ keepUploadsDays: "30" }))[1].expiration, { days: 30 });
});

test("a public prefix is readable, and nothing else is", async () => {
  const found = await build({ publicReadPrefix: "shown/" });
  const allow = statements(only(found, "aws:s3/bucketPolicy:BucketPolicy").inputs.policy).filter(
    ({ Effect }) => Effect === "Allow",
  );
  assert.equal(
    allow.map(({ Action, Resource }) => [Action, Resource]),
    [["s3:GetObject", "arn:photos:Bucket/shown/*"]],
  );
});

test.run();
