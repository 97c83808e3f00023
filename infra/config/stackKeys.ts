import { getProject } from "@pulumi/pulumi/metadata.js";
import { allConfig } from "@pulumi/pulumi/runtime/config.js";
import type { RawConfig } from "./readKeys.ts";

/** The configuration of the running stack: a project's own keys by their bare names, and the region of AWS. */
export function stackKeys(project = getProject()): RawConfig {
  const all = Object.entries(allConfig()).map(([key, value]) => [key.replace(`${project}:`, ""), value] as const);
  return Object.fromEntries(all.filter(([key]) => !key.includes(":") || key === "aws:region"));
}
