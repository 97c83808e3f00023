import { getProject } from "@pulumi/pulumi/metadata.js";
import { allConfig } from "@pulumi/pulumi/runtime/config.js";
import type { RawConfig } from "./readKeys.ts";

/** The configuration of the running stack: a project's own keys by their bare names, and the region of AWS. */
export function stackKeys(project = getProject()): RawConfig {
  const own = Object.entries(allConfig()).flatMap(([key, value]) => {
    const [namespace, ...name] = key.split(":");
    if (namespace === project) return [[name.join(":"), value]];
    return key === "aws:region" ? [[key, value]] : [];
  });
  return Object.fromEntries(own) as RawConfig;
}
