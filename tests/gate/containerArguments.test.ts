import { test } from "uvu";
import * as assert from "uvu/assert";
import { containerArguments } from "../../gate/containerArguments.ts";

const after = (all: readonly string[], name: string) => all[all.indexOf(name) + 1];

test("a container is as small as Lambda's, writes nothing but /tmp, and ends with its image", () => {
  const all = containerArguments({ image: "snaplabel" }, { emulator: 4000 });
  assert.equal(all.slice(0, 4), ["run", "--detach", "--publish", "127.0.0.1:4000:8080"]);
  assert.equal([after(all, "--memory"), after(all, "--memory-swap"), after(all, "--cpus")], ["1769m", "1769m", "1"]);
  assert.ok(all.includes("--read-only") && all.at(-1) === "snaplabel");
  assert.ok(!containerArguments({ image: "snaplabel", readOnly: false }, { emulator: 4000 }).includes("--read-only"));
});

test("another handler is the image's command", () =>
  assert.equal(containerArguments({ image: "snaplabel", handler: "api.handler" }, { emulator: 1 }).slice(-2), [
    "snaplabel",
    "api.handler",
  ]));

test("on the machine's own network, emulator and runtime listen at ports of their own", () => {
  const options = { image: "snaplabel", mounts: { "/here": "/there" }, environment: { TABLE_NAME: "mine" } };
  const all = containerArguments(options, { emulator: 4000, runtime: 4001 });
  assert.equal([after(all, "--network"), after(all, "--volume")], ["host", "/here:/there:ro"]);
  assert.equal(
    [after(all, "--runtime-interface-emulator-address"), after(all, "--runtime-api-address")],
    ["127.0.0.1:4000", "127.0.0.1:4001"],
  );
  assert.ok(all.includes("_HANDLER=index.handler") && all.includes("TABLE_NAME=mine"));
  assert.is(all.at(-1), "/var/runtime/bootstrap");
});

test.run();
