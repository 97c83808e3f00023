import * as pulumi from "@pulumi/pulumi";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { stackKeys } from "../../../infra/config/stackKeys.ts";

test("a key is the project's own, unless it names another owner", () => {
  pulumi.runtime.setAllConfig({ "project:owner": "ann", "other:owner": "bob", "aws:region": "eu-central-1" });
  assert.equal(["owner", "aws:region", "threads"].map(stackKeys()), ["ann", "eu-central-1", undefined]);
  assert.is(stackKeys("other")("owner"), "bob");
});

test.run();
