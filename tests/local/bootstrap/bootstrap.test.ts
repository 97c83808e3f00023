import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { ensureBucket } from "../../../local/bootstrap/ensureBucket.ts";
import { ensureKey } from "../../../local/bootstrap/ensureKey.ts";
import { localCredentials } from "../../../local/stack/localCredentials.ts";
import { type Recorded, type Reply, withRecordingServer } from "../../recordingServer.ts";
import { rejection } from "../../rejection.ts";

const region = "eu-central-1";
const arn = "arn:aws:kms:eu-central-1:123456789012:key/1-2";

/** An account where key and bucket are there, or not. Shapes: the API references of KMS and S3. */
function account(there: boolean) {
  let bucket = there;
  let key = there;
  return ({ method, path, headers }: Recorded): Reply => {
    const operation = String(headers["x-amz-target"] ?? "").split(".")[1];
    const json = { "content-type": "application/x-amz-json-1.1" };
    if (operation === "DescribeKey" && !key)
      return { status: 400, headers: json, body: { __type: "NotFoundException", message: "no such alias" } };
    if (operation === "CreateKey") key = true;
    if (operation) return { headers: json, body: { KeyMetadata: { Arn: arn, KeyId: "1-2" } } };
    if (method === "HEAD") return { status: bucket ? 200 : 404 };
    if (method === "PUT" && !path.includes("?")) bucket = true;
    return {};
  };
}

const targets = (recorded: readonly Recorded[]) =>
  recorded.map(({ headers }) => String(headers["x-amz-target"]).split(".")[1]);
const puts = (recorded: readonly Recorded[]) =>
  recorded.filter(({ method }) => method === "PUT").map(({ path }) => path.replace("/state", ""));
const settings = ["/?publicAccessBlock=", "/?encryption=", "/?versioning=", "/?policy="];

test("a key is made once, rotated, and found by its alias afterwards", async () => {
  await withRecordingServer(account(false), async (endpoint, recorded) => {
    const kms = new KMSClient({ endpoint, region, credentials: localCredentials });
    assert.equal(await ensureKey(kms, "snaplabel-state"), { arn, made: true });
    assert.equal(targets(recorded), ["DescribeKey", "CreateKey", "EnableKeyRotation", "CreateAlias"]);
    assert.equal(await ensureKey(kms, "snaplabel-state"), { arn, made: false });
    assert.is(targets(recorded).length, 5);
  });
});

test("a bucket is made once, and is private, encrypted, versioned and TLS only each time", async () => {
  await withRecordingServer(account(false), async (endpoint, recorded) => {
    const s3 = new S3Client({ endpoint, region, credentials: localCredentials, forcePathStyle: true });
    const bucket = { name: "state", region, accountId: "123456789012", keyArn: arn };
    assert.is(await ensureBucket(s3, bucket), true);
    assert.equal(puts(recorded), ["/", ...settings]);
    assert.match(recorded.find(({ path }) => path.includes("?encryption"))!.body, new RegExp(`aws:kms.*${arn}`, "s"));
    assert.match(recorded.find(({ path }) => path.includes("?policy"))!.body, /aws:SecureTransport/);
    assert.is(await ensureBucket(s3, bucket), false);
    assert.equal(puts(recorded).slice(5), settings);
  });
});

test("a bucket of another account is not touched", async () => {
  const foreign = ({ method }: Recorded): Reply => ({ status: method === "HEAD" ? 403 : 200 });
  await withRecordingServer(foreign, async (endpoint, recorded) => {
    const s3 = new S3Client({ endpoint, region, credentials: localCredentials, forcePathStyle: true });
    await rejection(ensureBucket(s3, { name: "state", region, accountId: "123456789012", keyArn: arn }));
    assert.is(recorded[0]!.headers["x-amz-expected-bucket-owner"], "123456789012");
    assert.equal(puts(recorded), []);
  });
});

test.run();
