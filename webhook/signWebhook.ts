import { createHmac } from "node:crypto";

/** What is signed: who the message is, when it is sent, and its text. */
export interface WebhookMessage {
  /** The same for every attempt: receivers drop repetitions by it. */
  readonly id: string;
  readonly sentAt: Date;
  readonly body: string;
}

/**
 * Signs a message.
 * Form: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 * @param secret - "whsec_" and base64 of the key.
 * @returns the three headers by which a receiver checks it.
 */
export function signWebhook({ id, sentAt, body }: WebhookMessage, secret: string): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(sentAt.getTime() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}
