import { randomUUID } from "node:crypto";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { imageId } from "../../handler/results/imageId.ts";
import type { PendingItem } from "../../handler/results/resultItem.ts";
import { checkTarget } from "../../webhook/checkTarget.ts";
import { makeSecret } from "../../webhook/makeSecret.ts";
import { putWebhook } from "../../webhook/putWebhook.ts";
import type { WebhookTargets } from "../../webhook/webhook.ts";
import type { Dependencies, Operation } from "../dependencies.ts";
import { Problem } from "../problem.ts";
import { readJson } from "../readJson.ts";

const formSeconds = 300;
const pendingSeconds = 86_400;

/** A form that uploads one image of one size and type to one key, once, within five minutes; and the image's id. */
export const createUpload: Operation = async (
  call,
  { s3, documents, tableName, bucket, uploadPrefix, uploadEndings, maxUploadBytes, webhooks, now },
) => {
  const { contentType, fileName, webhook } = readRequest(await readJson(call), uploadEndings, webhooks);
  const key = `${uploadPrefix}${randomUUID()}${uploadEndings[contentType]}`;
  const created = now();
  const expiresAt = Math.floor(created.getTime() / 1000) + pendingSeconds;
  const item: PendingItem = {
    id: imageId(bucket, key),
    bucket,
    key,
    status: "pending",
    createdAt: created.toISOString(),
    expiresAt,
    ...(call.caller ? { owner: call.caller } : {}),
    ...(fileName ? { fileName } : {}),
    ...(webhook ? { notify: true } : {}),
  };
  const secret = webhook ? makeSecret() : undefined;
  if (webhook && secret) await putWebhook(documents, tableName, item.id, { url: webhook, secret, expiresAt });
  await documents.send(new PutCommand({ TableName: tableName, Item: item }));
  const form = await createPresignedPost(s3, {
    Bucket: bucket,
    Key: key,
    Fields: { "Content-Type": contentType },
    Conditions: [
      ["content-length-range", 1, maxUploadBytes],
      ["eq", "$Content-Type", contentType],
    ],
    Expires: formSeconds,
  });
  const headers = { location: `/results/${item.id}` };
  return Response.json(
    {
      ...{ id: item.id, url: form.url, fields: form.fields, maxBytes: maxUploadBytes },
      ...(secret ? { webhookSecret: secret } : {}),
    },
    { status: 201, headers },
  );
};

function readRequest(
  { contentType, fileName, webhook }: Readonly<Record<string, unknown>>,
  endings: Dependencies["uploadEndings"],
  targets: WebhookTargets,
) {
  if (typeof contentType !== "string" || !Object.hasOwn(endings, contentType))
    throw new Problem(
      "bad-body",
      `contentType: expected one of ${Object.keys(endings).join(", ") || "none (uploadSuffixes)"}, got ${JSON.stringify(contentType)}`,
    );
  if (fileName !== undefined && (typeof fileName !== "string" || fileName.length > 255))
    throw new Problem("bad-body", `fileName: expected a text of up to 255 characters, got ${typeof fileName}`);
  if (webhook !== undefined && typeof webhook !== "string")
    throw new Problem("bad-body", `webhook: expected a URL, got ${typeof webhook}`);
  const expected = webhook === undefined ? undefined : checkTarget(webhook, targets);
  if (expected)
    throw new Problem("bad-body", `webhook: expected ${expected}, got ${JSON.stringify(webhook).slice(0, 100)}`);
  return { contentType, fileName, webhook };
}
