import * as pulumi from "@pulumi/pulumi";
import { collect, type Registered } from "./collect.ts";

const runs = new Map<string, Promise<Registered[]>>();

/**
 * Runs the whole program under the mocks with a stack's configuration and gathers what it registered; once for each
 * configuration, whatever test asks. One at a time: the mocks belong to the process.
 */
export function program(keys: Readonly<Record<string, string>> = {}): Promise<Registered[]> {
  const key = JSON.stringify(keys);
  const found = runs.get(key) ?? run(keys);
  runs.set(key, found);
  return found;
}

function run(keys: Readonly<Record<string, string>>): Promise<Registered[]> {
  const own = Object.entries({ owner: "tests", ...keys }).map(([key, value]) => [`snaplabel:${key}`, value] as const);
  pulumi.runtime.setAllConfig(Object.fromEntries([...own, ["aws:region", "eu-central-1"] as const]));
  // A module runs once: another name makes it run again.
  return collect(() => import(`../../index.ts?run=${runs.size}`));
}
