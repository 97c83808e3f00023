import type * as pulumi from "@pulumi/pulumi";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { requireNoAttestations } from "../../infra/requireNoAttestations.ts";

const owner = {} as pulumi.Resource;

test("an environment that keeps buildx from attesting passes", () =>
  assert.not.throws(() => requireNoAttestations(owner, { BUILDX_NO_DEFAULT_ATTESTATIONS: "1" })));

for (const [environment, got] of [
  [{}, /got nothing/],
  [{ BUILDX_NO_DEFAULT_ATTESTATIONS: "0" }, /got "0"/],
] as const)
  test(`${JSON.stringify(environment)} is refused before anything is built`, () => {
    assert.throws(() => requireNoAttestations(owner, environment), /run pulumi with BUILDX_NO_DEFAULT_ATTESTATIONS=1/);
    assert.throws(() => requireNoAttestations(owner, environment), got);
  });

test.run();
