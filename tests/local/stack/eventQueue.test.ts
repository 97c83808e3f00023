import { test } from "uvu";
import * as assert from "uvu/assert";
import { EventQueue } from "../../../local/stack/eventQueue.ts";
import { rememberingReporter } from "../../stack.ts";

test("events are handed over one after the other, in their order", async () => {
  const queue = new EventQueue<number>(rememberingReporter().report);
  const seen: string[] = [];
  queue.push(1);
  queue.start(async (event) => {
    seen.push(`begin ${event}`);
    await Promise.resolve();
    seen.push(`end ${event}`);
    return undefined;
  });
  queue.push(2);
  await queue.idle();
  assert.equal(seen, ["begin 1", "end 1", "begin 2", "end 2"]);
});

test("a failed event is tried three times, then reported, and the next one has its turn", async () => {
  const { report, retries } = rememberingReporter();
  const queue = new EventQueue<string>(report, 1);
  const seen: unknown[] = [];
  queue.start(async (event) => {
    seen.push(event);
    if (event === "bad") throw new Error("no");
    return undefined;
  });
  queue.push("bad");
  queue.push("good");
  await queue.idle();
  assert.equal(seen, ["bad", "bad", "bad", "good"]);
  assert.match(retries[0]!.message, /given up after 3 attempts/);
});

test.run();
