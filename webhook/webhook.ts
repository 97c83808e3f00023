/** Where the result of an upload is sent, and what signs it. */
export interface Webhook {
  readonly url: string;
  /** "whsec_" and base64, as https://www.standardwebhooks.com has it. */
  readonly secret: string;
}

/**
 * Where webhooks may go: nowhere, to HTTPS at public addresses, or anywhere, which is for stacks on a laptop.
 */
export type WebhookTargets = "none" | "public" | "any";
