import type { SQSBatchResponse } from "aws-lambda";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Classification } from "../../handler/classifyImage.ts";
import { UnknownEventError } from "../../handler/errors.ts";
import { imageId } from "../../handler/results/imageId.ts";
import type { ResultItem } from "../../handler/results/resultItem.ts";
import { eventBridgeEvent, sampleEvent, sqsEvent } from "../events.ts";
import { sample } from "../paths.ts";
import { rejection } from "../rejection.ts";
import { notify, withHandler } from "./withHandler.ts";

test("an S3 notification becomes an item, whatever letters its key has", async () => {
  await withHandler(async ({ handler, put, result }) => {
    for (const key of ["cat.jpg", "red flower.jpg", "1+1=2.jpg", "100%.jpg", "a/b c/猫 ü.jpg"]) {
      await put(key, sample("cat.jpg"));
      assert.is(await handler(notify(key)), undefined);
      const item = (await result(key))!;
      assert.equal([item.key, item.status, item.topLabel], [key, "classified", "tiger cat"]);
    }
  });
});

test("an item says what, by which model, when and how long", async () => {
  await withHandler(async ({ handler, put, result }) => {
    await put("cat.jpg", sample("cat.jpg"));
    await handler(notify("cat.jpg"));
    const { timings, labels, ...item } = (await result("cat.jpg"))!;
    assert.ok(timings!.inference > 0);
    assert.is(labels!.length, 5);
    assert.equal(item, {
      id: imageId("quiet", "cat.jpg"),
      bucket: "quiet",
      key: "cat.jpg",
      etag: "d41d8cd98f00b204e9800998ecf8427e",
      sequencer: "0055AED6DCD90281E5".padEnd(40, "0"),
      createdAt: "1970-01-01T00:00:00.000Z",
      bytes: 37_971,
      sha256: "e122579f313cec2886ad083a33a81b11fd680174baa053e943829ed9010b4cbd",
      modelName: "efficientnet-lite0",
      modelVersion: "1.1.0",
      modelSha256: "e3a8737f1a66aa1a93ebe32242c86386db950f75cdf0cd4e53d4b91a5a0e4a28",
      status: "classified",
      classifiedAt: "2026-05-04T03:02:01.000Z",
      format: "jpeg",
      width: 451,
      height: 300,
      abstained: false,
      reused: false,
      topLabel: "tiger cat",
      contentKey: item.contentKey,
    });
  });
});

test("the same event twice writes once, and reads the picture once", async () => {
  await withHandler(async ({ handler, put, results, result }) => {
    await put("cat.jpg", sample("cat.jpg"));
    await handler(notify("cat.jpg"));
    await put("cat.jpg", sample("coffee.png"));
    await handler(notify("cat.jpg"));
    assert.equal(
      results.map(({ written }) => written),
      [true, false],
    );
    assert.is((await result("cat.jpg"))?.topLabel, "tiger cat");
  });
});

test("an older event that comes late changes nothing", async () => {
  await withHandler(async ({ handler, put, result }) => {
    await put("a.jpg", sample("cat.jpg"));
    await handler(notify("a.jpg", "0B"));
    await put("a.jpg", sample("coffee.png"));
    await handler(notify("a.jpg", "0A"));
    assert.is((await result("a.jpg"))?.topLabel, "tiger cat");
    await handler(notify("a.jpg", "0B1"));
    assert.is((await result("a.jpg"))?.topLabel, "espresso");
  });
});

test("the same bytes under another key are not computed again", async () => {
  await withHandler(async ({ handler, put, results }) => {
    await put("one.jpg", sample("cat.jpg"));
    await put("two.jpg", sample("cat.jpg"));
    await handler(notify("one.jpg"));
    await handler(notify("two.jpg"));
    const [one, two] = results.map(({ item }) => item);
    assert.equal([one!.reused, two!.reused], [false, true]);
    assert.equal(two!.labels, one!.labels);
  });
});

test("a refused image is a result with a code, not a failure", async () => {
  await withHandler(async ({ handler, put, result }) => {
    await put("text.jpg", Buffer.from("hello"));
    assert.is(await handler(notify("text.jpg")), undefined);
    const item = await result("text.jpg");
    assert.equal([item?.status, item?.problem?.code, item?.bytes], ["rejected", "not-an-image", 5]);
    assert.match(item!.problem!.message, /expected JPEG/);
  });
});

test("a file whose event states too many bytes is refused without being read", async () => {
  await withHandler(async ({ handler, result }) => {
    await handler(notify("never-stored.jpg", "0A", 60 * 1024 ** 2));
    assert.equal((await result("never-stored.jpg"))?.problem?.code, "too-many-bytes");
  });
});

test("an object that is gone is recorded as failed, not tried for ever", async () => {
  await withHandler(async ({ handler, result }) => {
    await handler(notify("gone.jpg"));
    const item = await result("gone.jpg");
    assert.equal([item?.status, item?.problem?.code], ["failed", "NoSuchKey"]);
  });
});

test("a transient error of AWS is left to the platform, and nothing is stored", async () => {
  await withHandler(async ({ handlerWith, put, result, retries, pipeline }) => {
    await put("cat.jpg", sample("cat.jpg"));
    const throttled = Object.assign(new Error("Rate exceeded"), {
      name: "SlowDown",
      $metadata: { httpStatusCode: 503 },
    });
    const s3 = Object.assign(Object.create(pipeline.s3), { send: () => Promise.reject(throttled) });
    const error = await rejection(handlerWith({ s3 })(notify("cat.jpg")));
    assert.instance(error, AggregateError);
    assert.equal(retries, [throttled]);
    assert.is(await result("cat.jpg"), undefined);
  });
});

test("of an SQS batch only the message that failed comes back", async () => {
  await withHandler(async ({ handlerWith, put, result, pipeline }) => {
    await put("a.jpg", sample("cat.jpg"));
    await put("c.jpg", sample("coffee.png"));
    const send = (command: { input: { Key?: string } }) =>
      command.input.Key === "b.jpg" ? Promise.reject(new Error("socket hang up")) : pipeline.s3.send(command as never);
    const s3 = Object.assign(Object.create(pipeline.s3), { send });
    const batch = sqsEvent([notify("a.jpg"), notify("b.jpg"), notify("c.jpg"), sampleEvent("s3-test-event")]);
    const response = (await handlerWith({ s3 })(batch)) as SQSBatchResponse;
    assert.equal(response.batchItemFailures, [{ itemIdentifier: "message-1" }]);
    assert.is((await result("c.jpg"))?.topLabel, "espresso");
  });
});

test("a batch in which all fail is answered, not thrown", async () => {
  await withHandler(async ({ handler }) => {
    const response = (await handler(sqsEvent(["no json", { unknown: true }]))) as SQSBatchResponse;
    assert.is(response.batchItemFailures.length, 2);
  });
});

test("an S3 event of EventBridge becomes an item, directly and inside SQS", async () => {
  await withHandler(async ({ handler, put, result }) => {
    for (const [key, wrap] of [
      ["1+1 100%25.jpg", (event: unknown) => event],
      ["queued.jpg", (event: unknown) => sqsEvent([event])],
    ] as const) {
      await put(key, sample("cat.jpg"));
      await handler(wrap(eventBridgeEvent("quiet", key)));
      assert.is((await result(key))?.topLabel, "tiger cat");
    }
  });
});

test("a direct invoke with bytes is answered with labels, or with the refusal", async () => {
  await withHandler(async ({ handler }) => {
    const answer = (await handler({ image: Buffer.from(sample("cat.jpg")).toString("base64") })) as Classification;
    assert.is(answer.labels[0]!.label, "tiger cat");
    const refusal = (await handler({ image: "aGVsbG8=" })) as { status: string; code: string };
    assert.equal([refusal.status, refusal.code], ["rejected", "not-an-image"]);
  });
});

test("a direct invoke with bucket and key stores its result and returns it", async () => {
  await withHandler(async ({ handler, put, result }) => {
    await put("a+b.jpg", sample("cat.jpg"));
    const item = (await handler({ bucket: "quiet", key: "a+b.jpg" })) as ResultItem;
    assert.equal(item, await result("a+b.jpg"));
  });
});

test("an event that nobody knows is an error that says what was expected", async () => {
  await withHandler(async ({ handler }) => {
    const error = await rejection(handler({ hello: "world" }));
    assert.instance(error, UnknownEventError);
    assert.match(error.message, /expected an S3 notification.*got \{"hello":"world"\}/);
  });
});

test("with days to keep, an item carries its time to live", async () => {
  await withHandler(async ({ handlerWith, put, result }) => {
    await put("cat.jpg", sample("cat.jpg"));
    await handlerWith({ keepDays: 30, now: () => new Date("2026-01-01T00:00:00Z") })(notify("cat.jpg"));
    assert.is((await result("cat.jpg"))?.expiresAt, Date.parse("2026-01-31T00:00:00Z") / 1000);
  });
});

test.run();
