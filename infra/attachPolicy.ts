import * as iam from "@pulumi/aws/iam/index.js";
import type * as pulumi from "@pulumi/pulumi";
import type { DevelopersConfig } from "./config/stackConfig.ts";

/** Attaches a policy to existing users, groups and roles; keys are never made. */
export function attachPolicy(
  name: string,
  policyArn: pulumi.Output<string>,
  { users, groups, roles }: DevelopersConfig,
  parent: pulumi.Resource,
): void {
  const child = { parent };
  for (const user of users) new iam.UserPolicyAttachment(`${name}-${user}`, { user, policyArn }, child);
  for (const group of groups) new iam.GroupPolicyAttachment(`${name}-${group}`, { group, policyArn }, child);
  for (const role of roles) new iam.RolePolicyAttachment(`${name}-${role}`, { role, policyArn }, child);
}
