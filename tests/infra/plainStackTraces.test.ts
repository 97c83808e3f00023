import { test } from "uvu";
import * as assert from "uvu/assert";

/** As Pulumi's SDK names it. */
const debuggablePromise = () => String(new Error("of a promise").stack);

/** A module runs once: another name makes it run again. */
async function use(leaks?: string): Promise<void> {
  if (leaks) process.env["PULUMI_DEBUG_PROMISE_LEAKS"] = leaks;
  await import(`../../infra/plainStackTraces.ts?run=${leaks}-${Date.now()}`);
  delete process.env["PULUMI_DEBUG_PROMISE_LEAKS"];
}

test("stack traces are written as Node does it, whoever changed that before", async () => {
  const make = () => String(new TypeError("what happened").stack);
  // The runner of TypeScript here has Node look source maps up.
  process.setSourceMapsEnabled(false);
  Reflect.deleteProperty(Error, "prepareStackTrace");
  // After a wait, as the other one: its frames are those of a continuation.
  await Promise.resolve();
  const traces = [make()];
  Error.prepareStackTrace = () => "rewritten";
  await use();
  traces.push(make());
  process.setSourceMapsEnabled(true);
  const [before, after] = traces.map((trace) => trace.replaceAll(/:\d+:\d+/g, ""));
  assert.is(after, before);
  assert.match(after!, /^TypeError: what happened\n {4}at make .*plainStackTraces\.test\.ts/);
});

test("those of Pulumi's promises are left out, unless somebody looks for leaks", async () => {
  await use();
  assert.is(debuggablePromise(), "");
  await use("1");
  assert.match(debuggablePromise(), /^Error: of a promise\n {4}at debuggablePromise /);
});

test.run();
