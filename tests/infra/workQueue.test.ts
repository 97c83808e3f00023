import { test } from "uvu";
import * as assert from "uvu/assert";
import { WorkQueue } from "../../infra/workQueue.ts";
import { collect, only, statements } from "./collect.ts";

const build = () => collect(() => new WorkQueue("uploads", { functionTimeoutSeconds: 60, maxReceiveCount: 4 }));

test("a message is hidden six times as long as the function may run, and set aside after its attempts", async () => {
  const { inputs } = only(await build(), "aws:sqs/queue:Queue", "uploads");
  assert.equal(inputs.visibilityTimeoutSeconds, 360);
  assert.equal(JSON.parse(inputs.redrivePolicy), { deadLetterTargetArn: "arn:uploads-dead:Queue", maxReceiveCount: 4 });
});

test("both queues are encrypted, and what was set aside stays for two weeks", async () => {
  const found = await build();
  for (const name of ["uploads", "uploads-dead"])
    assert.is(only(found, "aws:sqs/queue:Queue", name).inputs.sqsManagedSseEnabled, true);
  assert.is(only(found, "aws:sqs/queue:Queue", "uploads-dead").inputs.messageRetentionSeconds, 1_209_600);
});

test("only this queue sets messages aside there, and only over TLS", async () => {
  const found = await build();
  assert.equal(JSON.parse(only(found, "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy").inputs.redriveAllowPolicy), {
    redrivePermission: "byQueue",
    sourceQueueArns: ["arn:uploads:Queue"],
  });
  const [deny] = statements(only(found, "aws:sqs/queuePolicy:QueuePolicy").inputs.policy);
  assert.equal([deny!.Sid, deny!.Effect], ["DenyPlainHttp", "Deny"]);
});

test.run();
