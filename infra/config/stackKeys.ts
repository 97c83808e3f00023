import { Config } from "@pulumi/pulumi/config.js";
import type { RawConfig } from "./readKeys.ts";

/** The configuration of the running stack: keys without a colon are the project's own, others like "aws:region". */
export function stackKeys(project?: string): RawConfig {
  return (key) => {
    const [name, namespace] = key.split(":").reverse() as [string, string?];
    return new Config(namespace ?? project).get(name);
  };
}
