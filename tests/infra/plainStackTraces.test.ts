import { test } from "uvu";
import * as assert from "uvu/assert";

test("stack traces are Node's own, whoever changed them before", async () => {
  Error.prepareStackTrace = () => "rewritten";
  assert.is(new Error("before").stack, "rewritten");
  // A module runs once: another name makes it run again.
  await import(`../../infra/plainStackTraces.ts?run=${Date.now()}`);
  assert.match(String(new Error("after").stack), /^Error: after\n {4}at .*plainStackTraces\.test\.ts:\d+:\d+/);
});

test.run();
