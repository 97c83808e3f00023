import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { DeleteObjectCommand } from "@aws-sdk/client-s3";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { getResult } from "../../../handler/results/getResult.ts";
import { imageId } from "../../../handler/results/imageId.ts";
import { PortError } from "../../../local/stack/listen.ts";
import { loadSamples } from "../../../local/stack/loadSamples.ts";
import { FolderInUseError } from "../../../local/stack/lockFolder.ts";
import type { LocalStack } from "../../../local/stack/startStack.ts";
import { sample } from "../../paths.ts";
import { rejection } from "../../rejection.ts";
import { put, rememberingReporter, withStack } from "../../stack.ts";
import { temporaryFolder } from "../../temporaryFolder.ts";

const result = ({ pipeline, bucket, tableName }: LocalStack, key: string) =>
  getResult(pipeline.documents, tableName, imageId(bucket, key));

test("a picture copied to the bucket has its labels in the table", async () => {
  await withStack(async (stack) => {
    await put(stack, "my photos/1+1 ü.jpg", sample("cat.jpg"));
    await stack.idle();
    assert.is((await result(stack, "my photos/1+1 ü.jpg"))?.topLabel, "tiger cat");
  });
});

test("the last of two quick uploads wins", async () => {
  await withStack(async (stack) => {
    await put(stack, "a.jpg", sample("cat.jpg"));
    await put(stack, "a.jpg", sample("coffee.png"));
    await stack.idle();
    assert.is((await result(stack, "a.jpg"))?.topLabel, "espresso");
  });
});

test("a deletion disturbs nothing", async () => {
  const memory = rememberingReporter();
  await withStack(
    async (stack) => {
      await put(stack, "a.jpg", sample("cat.jpg"));
      await stack.pipeline.s3.send(new DeleteObjectCommand({ Bucket: stack.bucket, Key: "a.jpg" }));
      await stack.idle();
      assert.is(memory.results.length, 1);
      assert.is(memory.retries.length, 0);
    },
    { report: memory.report },
  );
});

test("the samples are loaded into an empty bucket only", async () => {
  await withStack(async (stack) => {
    assert.is(await loadSamples(stack.pipeline.s3, stack.bucket), 14);
    assert.is(await loadSamples(stack.pipeline.s3, stack.bucket), 0);
    await stack.idle();
  });
});

test("results are there again after a restart, and what was missed is made up for", async () => {
  const folder = await temporaryFolder();
  await withStack(
    async (stack) => {
      await put(stack, "done.jpg", sample("cat.jpg"));
      await stack.idle();
      for (const key of ["missed-1.jpg", "missed-2.jpg"]) await put(stack, key, sample("coffee.png"));
    },
    { folder },
  );
  const memory = rememberingReporter();
  await withStack(
    async (stack) => {
      await stack.idle();
      assert.is((await result(stack, "done.jpg"))?.topLabel, "tiger cat");
      assert.is((await result(stack, "missed-2.jpg"))?.topLabel, "espresso");
      assert.not.ok(memory.results.some(({ item }) => item.key === "done.jpg"));
    },
    { folder, report: memory.report },
  );
});

test("a second instance on the same folder says so and leaves the first alone", async () => {
  const folder = await temporaryFolder();
  await withStack(
    async (stack) => {
      const error = await rejection(withStack(async () => undefined, { folder }));
      assert.instance(error, FolderInUseError);
      assert.match(error.message, /in use by another snaplabel/);
      await put(stack, "a.jpg", sample("cat.jpg"));
      await stack.idle();
      assert.is((await result(stack, "a.jpg"))?.status, "classified");
    },
    { folder },
  );
});

test("a taken port is named with its option, and the folder is free again", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as AddressInfo;
  const folder = await temporaryFolder();
  for (const [name, option] of [
    ["s3Port", "--s3-port"],
    ["dynamoDbPort", "--dynamodb-port"],
  ] as const) {
    const error = await rejection(withStack(async () => undefined, { folder, [name]: port }));
    assert.instance(error, PortError);
    assert.match(error.message, new RegExp(`${option}: port ${port} is in use`));
  }
  taken.close();
  await withStack(async () => undefined, { folder });
});

test.run();
