import { request as requestPlain } from "node:http";
import { request } from "node:https";
import { checkTarget } from "./checkTarget.ts";
import { publicLookup } from "./publicLookup.ts";
import type { WebhookTargets } from "./webhook.ts";

const timeoutMilliseconds = 10_000;

/** One request of a webhook. */
export interface WebhookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Sends a request and reads nothing but the status of its answer; redirects are not followed: they could lead inside.
 * @throws {Error} when the target is not allowed, does not answer in ten seconds, or cannot be reached.
 */
export function postWebhook({ url, headers, body }: WebhookRequest, targets: WebhookTargets): Promise<number> {
  return new Promise((resolve, reject) => {
    const expected = checkTarget(url, targets);
    if (expected) throw new Error(`webhook: expected ${expected}`);
    const send = url.startsWith("https:") ? request : requestPlain;
    const sent = send(url, {
      method: "POST",
      headers: { "content-type": "application/json", "user-agent": "snaplabel-webhook", ...headers },
      signal: AbortSignal.timeout(timeoutMilliseconds),
      // A connection that is kept would skip the next lookup.
      agent: false,
      ...(targets === "public" ? { lookup: publicLookup() } : {}),
    });
    sent.on("error", reject);
    sent.on("response", (response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    sent.end(body);
  });
}
