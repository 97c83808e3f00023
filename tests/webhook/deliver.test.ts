import { createServer, type IncomingHttpHeaders } from "node:http";
import { buffer } from "node:stream/consumers";
import { SQSClient } from "@aws-sdk/client-sqs";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { SQSEvent } from "aws-lambda";
import { Webhook } from "standardwebhooks";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { closeServer } from "../../local/stack/closeServer.ts";
import { listen } from "../../local/stack/listen.ts";
import { localCredentials } from "../../local/stack/localCredentials.ts";
import type { LocalStack } from "../../local/stack/startStack.ts";
import { createWebhookHandler } from "../../webhook/createWebhookHandler.ts";
import { deliver } from "../../webhook/deliver.ts";
import { putWebhook } from "../../webhook/putWebhook.ts";
import { send, uploadByForm } from "../api/client.ts";
import { sample } from "../paths.ts";
import { rejection } from "../rejection.ts";
import { withStack } from "../stack.ts";

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly url: string;
  readonly body: string;
}

/** A server that answers with these statuses, one after the other, and remembers what it got. */
async function withReceiver(
  statuses: readonly number[],
  use: (url: string, received: readonly Received[]) => Promise<void>,
  headers: Record<string, string> = {},
): Promise<void> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    received.push({ headers: request.headers, url: request.url!, body: (await buffer(request)).toString() });
    response.writeHead(statuses[received.length - 1] ?? 500, headers).end("{}");
  });
  try {
    await use(await listen(server, 0, "--port"), received);
  } finally {
    await closeServer(server);
  }
}

async function announce({ apiEndpoint }: LocalStack, webhook: string) {
  const body = JSON.stringify({ contentType: "image/jpeg", fileName: "cat.jpg", webhook });
  const form = await send(apiEndpoint, "POST", "/uploads", { body });
  return form.json as { id: string; webhookSecret: string; url: string; fields: Record<string, string> };
}

const until = async (condition: () => boolean) => {
  for (const end = Date.now() + 10_000; !condition() && Date.now() < end; )
    await new Promise((resolve) => setTimeout(resolve, 50));
  assert.ok(condition(), "it did not happen in ten seconds");
};

test("a result is sent, signed, until the receiver takes it", async () => {
  await withReceiver([500, 302, 204], async (url, received) => {
    await withStack(
      async (stack) => {
        const form = await announce(stack, `${url}/hook`);
        await uploadByForm(form, sample("cat.jpg"));
        await until(() => received.length === 3);
        const { headers, body, url: path } = received[2]!;
        const told = new Webhook(form.webhookSecret).verify(body, headers as Record<string, string>) as {
          type: string;
          data: { id: string; labels: { label: string }[] };
        };
        assert.equal([path, told.type, told.data.id], ["/hook", "image.classified", form.id]);
        assert.is(told.data.labels[0]!.label, "tiger cat");
        assert.is(new Set(received.map((one) => one.headers["webhook-id"])).size, 1);
        const shown = await send(stack.apiEndpoint, "GET", `/results/${form.id}`);
        assert.not.match(shown.text + body, /whsec_|notify/);
        await send(stack.apiEndpoint, "DELETE", `/results/${form.id}`);
        await deliver(form.id, { ...stack.pipeline, targets: "any" });
        assert.is(received.length, 3);
      },
      { webhooks: "any" },
    );
  });
});

test("a redirect is not followed, and a receiver that is gone is left alone", async () => {
  await withReceiver(
    [302, 410],
    async (url, received) => {
      await withStack(
        async (stack) => {
          const form = await announce(stack, url);
          await uploadByForm(form, sample("cat.jpg"));
          await until(() => received.length === 2);
          await stack.idle();
          assert.equal(
            received.map(({ url }) => url),
            ["/", "/"],
          );
        },
        { webhooks: "any" },
      );
    },
    { location: "/elsewhere" },
  );
});

test("a stack that serves others neither takes nor sends to an address inside", async () => {
  await withReceiver([204], async (url, received) => {
    await withStack(
      async (stack) => {
        const body = JSON.stringify({ contentType: "image/jpeg", webhook: url });
        const refused = await send(stack.apiEndpoint, "POST", "/uploads", { body });
        assert.equal([refused.status, refused.json.title], [400, "bad-body"]);
        const form = await announce(stack, "https://hooks.example.com/");
        const { documents, tableName } = stack.pipeline;

        await putWebhook(documents, tableName, form.id, { url, secret: form.webhookSecret, expiresAt: 4e9 });
        await uploadByForm(form, sample("cat.jpg"));
        await stack.idle();
        const failure = await rejection(deliver(form.id, { ...stack.pipeline, targets: "public" }));
        assert.match(failure.message, /webhook: expected a URL that starts with https/);
        assert.is(received.length, 0);
      },
      { webhooks: "public" },
    );
  });
});

test("a message that is not delivered stays in the queue, hidden for longer each time", async () => {
  await withReceiver([500, 204], async (url) => {
    await withReceiver([200], async (sqsEndpoint, asked) => {
      await withStack(
        async (stack) => {
          const { documents, tableName, now } = stack.pipeline;

          await stack.pipeline.documents.send(
            new PutCommand({
              TableName: tableName,
              Item: { id: "one", bucket: "images", key: "a.jpg", status: "classified" },
            }),
          );
          await putWebhook(documents, tableName, "one", { url, secret: "whsec_AAAA", expiresAt: 4e9 });
          const undelivered: Error[] = [];
          const handler = createWebhookHandler({
            ...{ documents, tableName, now, targets: "any", queueUrl: `${sqsEndpoint}/1/webhooks` },
            sqs: new SQSClient({ endpoint: sqsEndpoint, region: "us-east-1", credentials: localCredentials }),
            onUndelivered: (error) => undelivered.push(error),
          });
          const record = { messageId: "m", receiptHandle: "handle", body: '{"id":"one"}', eventSource: "aws:sqs" };
          const event = (count: number) =>
            ({
              Records: [{ ...record, attributes: { ApproximateReceiveCount: String(count) } }],
            }) as unknown as SQSEvent;
          assert.equal(await handler(event(3)), { batchItemFailures: [{ itemIdentifier: "m" }] });
          assert.is(asked[0]!.headers["x-amz-target"], "AmazonSQS.ChangeMessageVisibility");
          const { ReceiptHandle, VisibilityTimeout } = JSON.parse(asked[0]!.body);
          assert.is(ReceiptHandle, "handle");
          assert.ok(VisibilityTimeout >= 60 && VisibilityTimeout <= 120, String(VisibilityTimeout));
          assert.match(undelivered[0]!.message, /the receiver answered 500/);
          assert.equal(await handler(event(4)), { batchItemFailures: [] });
        },
        { webhooks: "any" },
      );
    });
  });
});

test.run();
