import * as pulumi from "@pulumi/pulumi";
import { collect, type Registered } from "./collect.ts";

let runs = 0;

/** Runs the whole program under the mocks with a stack's configuration and gathers what it registered. */
export function program(keys: Readonly<Record<string, string>> = {}): Promise<Registered[]> {
  const own = Object.entries({ owner: "tests", ...keys }).map(([key, value]) => [`snaplabel:${key}`, value] as const);
  pulumi.runtime.setAllConfig(Object.fromEntries([...own, ["aws:region", "eu-central-1"] as const]));
  // A module runs once: another name makes it run again.
  runs += 1;
  return collect(() => import(`../../index.ts?run=${runs}`));
}
