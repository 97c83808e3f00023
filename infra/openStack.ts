import type { Region } from "@pulumi/aws";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity.js";
import { Provider } from "@pulumi/aws/provider.js";
import * as pulumi from "@pulumi/pulumi";
import { parseConfig } from "./config/parseConfig.ts";
import type { StackConfig } from "./config/stackConfig.ts";
import { stackKeys } from "./config/stackKeys.ts";

/** What all components of a stack share. */
export interface Stack {
  readonly config: StackConfig;
  /** "<project>-<stack>": every name begins with it. */
  readonly name: string;
  readonly accountId: pulumi.Output<string>;
  /** Options of the components: their provider tags all that it makes. */
  readonly options: pulumi.ComponentResourceOptions;
}

/**
 * Reads the configuration of this stack and opens its provider.
 * @throws {ConfigError} naming every key that is wrong.
 */
export function openStack(): Stack {
  const config = parseConfig(pulumi.getStack(), stackKeys());
  const name = `${pulumi.getProject()}-${pulumi.getStack()}`;
  const provider = new Provider(name, { region: config.region as Region, defaultTags: { tags: tags(name, config) } });
  const accountId = getCallerIdentityOutput({}, { provider }).accountId;
  return { config, name, accountId, options: { provider } };
}

function tags(name: string, { owner }: StackConfig): Record<string, string> {
  return { project: pulumi.getProject(), stack: pulumi.getStack(), owner, cost: name };
}
