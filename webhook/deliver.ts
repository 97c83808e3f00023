import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { showItem } from "../api/showItem.ts";
import { getResult } from "../handler/results/getResult.ts";
import { getWebhook } from "./getWebhook.ts";
import { postWebhook } from "./postWebhook.ts";
import { signWebhook } from "./signWebhook.ts";
import type { WebhookTargets } from "./webhook.ts";

/** A receiver did not take its message; another attempt may go better. */
export class UndeliveredError extends Error {
  public override readonly name = "UndeliveredError";
}

/** What stands around the delivery of webhooks. */
export interface Delivery {
  readonly documents: DynamoDBDocumentClient;
  readonly tableName: string;
  readonly targets: WebhookTargets;
  readonly now: () => Date;
}

/** 410: the receiver says that it wants no more, see the specification of Standard Webhooks. */
const gone = 410;

/**
 * Tells the receiver of an image's result what became of it.
 * @throws {UndeliveredError} when another attempt should follow.
 */
export async function deliver(imageId: string, { documents, tableName, targets, now }: Delivery): Promise<void> {
  const [item, webhook] = await Promise.all([
    getResult(documents, tableName, imageId),
    getWebhook(documents, tableName, imageId),
  ]);
  // Deleted in the meantime, or uploaded again: then a newer message follows.
  if (!item || item.status === "pending" || !webhook) return;
  const sentAt = now();
  const body = JSON.stringify({ type: `image.${item.status}`, timestamp: sentAt.toISOString(), data: showItem(item) });
  const headers = signWebhook({ id: imageId, sentAt, body }, webhook.secret);
  const status = await postWebhook({ url: webhook.url, headers, body }, targets).catch((cause: Error) => {
    throw new UndeliveredError(`webhook of ${imageId}: ${cause.message}`, { cause });
  });
  if ((status < 200 || status > 299) && status !== gone)
    throw new UndeliveredError(`webhook of ${imageId}: the receiver answered ${status}`);
}
