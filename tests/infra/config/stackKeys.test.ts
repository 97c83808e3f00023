import * as pulumi from "@pulumi/pulumi";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { stackKeys } from "../../../infra/config/stackKeys.ts";

test("a project sees its own keys and the region, and no other's", () => {
  const region = { "aws:region": "eu-central-1" };
  pulumi.runtime.setAllConfig({
    "one:owner": "ann",
    "two:owner": "bob",
    "not-one:owner": "eve",
    "aws:profile": "desk",
    ...region,
  });
  assert.equal(stackKeys("one"), { owner: "ann", ...region });
  assert.equal(stackKeys("two"), { owner: "bob", ...region });
});

test.run();
