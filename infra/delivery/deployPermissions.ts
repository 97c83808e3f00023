import * as pulumi from "@pulumi/pulumi";
import type { Statement } from "../policies.ts";
import { type DeployGroup, deployGroups } from "./deployGroups.ts";

/** Where a deployment works. */
export interface DeployScope {
  /** "<project>-<stack>": every name that a stack makes begins with it. */
  readonly prefix: string;
  readonly region: string;
  readonly accountId: pulumi.Input<string>;
  /** What every role that a deployment makes is bounded by. */
  readonly runtimeBoundaryArn: pulumi.Input<string>;
}

/** Names of actions that change nothing, and show settings only: whoever pushes a commit does not see prod's images by it. */
const reading = /:(Get(?!Object)|List|Describe|View|GET)/;

/** What a preview may do: look at a stack's resources. */
export function previewPermissions(scope: DeployScope): readonly Statement[] {
  return deployGroups.map((group) =>
    allow({ ...group, actions: group.actions.filter((name) => reading.test(name)) }, scope),
  );
}

/** What a deployment may do: make a stack's resources, and only roles that are bounded. */
export function deployPermissions(scope: DeployScope): readonly Statement[] {
  const roles = fill("arn:aws:iam::ACCOUNT:role/PREFIX*", scope);
  return [
    ...deployGroups.map((group) => allow(group, scope)),
    {
      // Without the boundary, whoever changes the program could make himself a role that may do everything.
      Sid: "BoundedRoles",
      Effect: "Allow",
      Action: ["iam:CreateRole", "iam:PutRolePolicy", "iam:PutRolePermissionsBoundary"],
      Resource: roles,
      Condition: { StringEquals: { "iam:PermissionsBoundary": scope.runtimeBoundaryArn } },
    },
    {
      Sid: "HandRolesOver",
      Effect: "Allow",
      Action: "iam:PassRole",
      Resource: roles,
      Condition: {
        StringEquals: {
          "iam:PassedToService": ["lambda.amazonaws.com", "pipes.amazonaws.com", "codedeploy.amazonaws.com"],
        },
      },
    },
  ];
}

function allow({ sid, actions, resources }: DeployGroup, scope: DeployScope): Statement {
  return { Sid: sid, Effect: "Allow", Action: actions, Resource: resources.map((resource) => fill(resource, scope)) };
}

function fill(arn: string, { prefix, region, accountId }: DeployScope): pulumi.Output<string> {
  return pulumi
    .output(accountId)
    .apply((account) => arn.replace("PREFIX", prefix).replace("REGION", region).replace("ACCOUNT", account));
}
