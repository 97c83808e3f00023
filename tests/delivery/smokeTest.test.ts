import { test } from "uvu";
import * as assert from "uvu/assert";
import { smokeTest } from "../../delivery/smokeTest.ts";
import { sample } from "../paths.ts";
import { rejection } from "../rejection.ts";
import { withStack } from "../stack.ts";

test("a photo goes through the bucket, and nothing of it stays", async () => {
  await withStack(async ({ pipeline, bucket, apiEndpoint }) => {
    const { s3, documents, tableName } = pipeline;
    const test = { s3, documents, bucket, tableName, prefix: "incoming/", photo: sample("coffee.png"), ending: ".png" };
    const item = await smokeTest({ ...test, label: "espresso" });
    assert.match(item.key, /^incoming\/smoke-test\/.*\.png$/);
    const wrong = await rejection(smokeTest({ ...test, label: "banana" }));
    assert.match(wrong.message, /expected "banana", got "espresso"/);
    const broken = await rejection(
      smokeTest({ ...test, photo: sample("coffee.png").subarray(0, 500), label: "espresso" }),
    );
    assert.match(broken.message, /expected "espresso", got \{"code":"truncated"/);
    const { items } = (await (await fetch(`${apiEndpoint}/results`)).json()) as { items: unknown[] };
    assert.equal(items, []);
  });
});

test("no result in time is a failure", async () => {
  await withStack(async ({ pipeline, bucket }) => {
    const { s3, documents } = pipeline;
    const nowhere = { s3, documents, bucket, tableName: pipeline.tableName, prefix: "incoming/" };
    const waiting = smokeTest({
      ...nowhere,
      photo: sample("cat.jpg"),
      ending: ".jpg",
      label: "tiger cat",
      waitSeconds: 0,
    });
    assert.match(
      (await rejection(waiting)).message,
      /no result of s3:\/\/images\/incoming\/smoke-test\/.* after 0 seconds/,
    );
  });
});

test.run();
