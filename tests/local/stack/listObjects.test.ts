import { test } from "uvu";
import * as assert from "uvu/assert";
import { listObjects } from "../../../local/stack/listObjects.ts";
import { put, withStack } from "../../stack.ts";

test("a listing goes on over its pages, each object once", async () => {
  await withStack(async (stack) => {
    const keys = ["a", "b c", "d/e", "ü"];
    for (const key of keys) await put(stack, key, Buffer.from("x"));
    const found: string[] = [];
    for await (const { Key } of listObjects(stack.pipeline.s3, stack.bucket, 2)) found.push(Key!);
    assert.equal(found.sort(), keys.sort());
    await stack.idle();
  });
});

test.run();
