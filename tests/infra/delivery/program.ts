import * as pulumi from "@pulumi/pulumi";
import { collect, type Registered } from "../collect.ts";

const runs = new Map<string, Promise<Registered[]>>();

/** Keys that every delivery needs. */
export const state = {
  stateBucket: "snaplabel-state-123456789012",
  stateKeyArn: "arn:aws:kms:eu-central-1:123456789012:key/1-2",
};

/** Runs the delivery's program under the mocks and gathers what it registered; once for each configuration. */
export function deliveryProgram(keys: Readonly<Record<string, string>> = state): Promise<Registered[]> {
  const key = JSON.stringify(keys);
  const found = runs.get(key) ?? run(keys);
  runs.set(key, found);
  return found;
}

function run(keys: Readonly<Record<string, string>>): Promise<Registered[]> {
  const own = Object.entries({ owner: "tests", ...keys }).map(
    ([key, value]) => [`snaplabel-delivery:${key}`, value] as const,
  );
  pulumi.runtime.setAllConfig(Object.fromEntries([...own, ["aws:region", "eu-central-1"] as const]));
  return collect(() => import(`../../../delivery/index.ts?run=${runs.size}`));
}
