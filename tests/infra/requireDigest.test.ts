import type * as pulumi from "@pulumi/pulumi";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { requireDigest } from "../../infra/requireDigest.ts";

const owner = {} as pulumi.Resource;

test("a digest passes", () => {
  const uri = `registry/snap@sha256:${"a".repeat(64)}`;
  assert.is(requireDigest(uri, owner), uri);
});

for (const uri of ["registry/snap:latest", "registry/snap", `registry/snap@sha256:${"a".repeat(63)}`, ""])
  test(`"${uri}" is refused`, () => assert.throws(() => requireDigest(uri, owner), /pass the digest/));

test.run();
