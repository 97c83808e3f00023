import { Webhook } from "standardwebhooks";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { makeSecret } from "../../webhook/makeSecret.ts";
import { signWebhook } from "../../webhook/signWebhook.ts";

test("a receiver that follows Standard Webhooks takes the signature, and no other body or secret", () => {
  const [secret, body] = [makeSecret(), '{"type":"image.classified","data":{"fileName":"ü"}}'];
  const headers = signWebhook({ id: "msg_1", sentAt: new Date(), body }, secret);
  assert.equal(new Webhook(secret).verify(body, { ...headers }), JSON.parse(body));
  assert.throws(() => new Webhook(secret).verify(`${body} `, { ...headers }), /signature/);
  assert.throws(() => new Webhook(makeSecret()).verify(body, { ...headers }), /signature/);
});

test("an old message is refused by its receiver", () => {
  const secret = makeSecret();
  const headers = signWebhook({ id: "msg_1", sentAt: new Date(Date.now() - 3600e3), body: "{}" }, secret);
  assert.throws(() => new Webhook(secret).verify("{}", { ...headers }), /too old/);
});

test.run();
