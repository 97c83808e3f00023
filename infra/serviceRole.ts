import * as iam from "@pulumi/aws/iam/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { policyDocument, type Statement, trustPolicy } from "./policies.ts";

/** Which service takes the role, and what it may do with it. */
export interface ServiceRoleArgs {
  /** "lambda.amazonaws.com" */
  readonly service: string;
  /** Of the stack, where the service works for many accounts, see trustPolicy. */
  readonly accountId?: pulumi.Input<string>;
  readonly statements: readonly Statement[];
  /** Permission boundary, where there is one. */
  readonly boundaryArn?: pulumi.Input<string>;
}

/** A role with its only policy; what uses the role depends on the policy, as it would fail at its first start without. */
export function serviceRole(
  name: string,
  { service, accountId, statements, boundaryArn }: ServiceRoleArgs,
  parent: pulumi.Resource,
) {
  const role = new iam.Role(
    name,
    {
      assumeRolePolicy: trustPolicy(service, accountId),
      ...(boundaryArn ? { permissionsBoundary: boundaryArn } : {}),
    },
    { parent },
  );
  const policy = new iam.RolePolicy(name, { role: role.id, policy: policyDocument(...statements) }, { parent });
  return { role, policy };
}
