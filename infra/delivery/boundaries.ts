import * as iam from "@pulumi/aws/iam/index.js";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "../policies.ts";

/** Where the boundaries hold. */
export interface BoundariesArgs {
  readonly project: string;
  readonly region: string;
  readonly accountId: pulumi.Input<string>;
}

/**
 * Two permission boundaries: what no role of the delivery can ever do, and what no role can that a deployment makes. A
 * boundary grants nothing: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export class Boundaries extends pulumi.ComponentResource {
  /** For the delivery's own roles. */
  public readonly deliveryArn: pulumi.Output<string>;
  /** For the roles of the stacks: a deployment can make no others. */
  public readonly runtimeArn: pulumi.Output<string>;

  public constructor(name: string, args: BoundariesArgs, opts?: pulumi.ComponentResourceOptions) {
    super("snaplabel:delivery:Boundaries", name, {}, opts);
    const child = { parent: this };
    const runtime = new iam.Policy(`${name}-runtime`, { policy: runtimeBoundary(args) }, child);
    const delivery = new iam.Policy(`${name}-delivery`, { policy: deliveryBoundary(args, runtime.arn) }, child);
    this.runtimeArn = runtime.arn;
    this.deliveryArn = delivery.arn;
    this.registerOutputs({ runtimeArn: this.runtimeArn, deliveryArn: this.deliveryArn });
  }
}

/** All that the functions, the pipe and the traffic shift of the program ever do, on the project's own resources. */
function runtimeBoundary({ project, region, accountId }: BoundariesArgs): pulumi.Output<string> {
  const own = (service: string, rest: string) => pulumi.interpolate`arn:aws:${service}:${region}:${accountId}:${rest}`;
  return policyDocument(
    {
      Sid: "OwnResources",
      Effect: "Allow",
      Action: [
        ...["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject", "s3:DeleteObject"],
        ...["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:Query"],
        ...["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
        ...["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
        ...["sqs:ChangeMessageVisibility", "logs:CreateLogStream", "logs:PutLogEvents"],
        ...["lambda:InvokeFunction", "lambda:GetAlias", "lambda:UpdateAlias", "lambda:GetProvisionedConcurrencyConfig"],
        ...["codedeploy:GetDeployment", "codedeploy:PutLifecycleEventHookExecutionStatus", "cloudwatch:DescribeAlarms"],
      ],
      Resource: [
        ...[`arn:aws:s3:::${project}-*`, own("dynamodb", `table/${project}-*`), own("sqs", `${project}-*`)],
        ...[own("logs", `log-group:${project}-*`), own("lambda", `function:${project}-*`)],
        ...[own("codedeploy", `deploymentgroup:${project}-*`), own("cloudwatch", `alarm:${project}-*`)],
      ],
    },
    {
      Sid: "WithoutResources",
      Effect: "Allow",
      Action: [...["xray:PutTraceSegments", "xray:PutTelemetryRecords", "dynamodb:ListStreams"]],
      Resource: "*",
    },
  );
}

/** Everything but users, keys, the organization and further roles; roles only as a deployment needs them. */
function deliveryBoundary(
  { project, accountId }: BoundariesArgs,
  runtimeArn: pulumi.Output<string>,
): pulumi.Output<string> {
  const roles = pulumi.interpolate`arn:aws:iam::${accountId}:role/${project}-*`;
  const making = ["iam:CreateRole", "iam:PutRolePolicy", "iam:PutRolePermissionsBoundary"];
  return policyDocument(
    {
      Sid: "NothingOfIdentities",
      Effect: "Allow",
      NotAction: ["iam:*", "sts:AssumeRole", "organizations:*", "account:*", "sso:*", "kms:ScheduleKeyDeletion"],
      Resource: "*",
    },
    {
      Sid: "RolesOfTheProgram",
      Effect: "Allow",
      Action: [
        ...["iam:DeleteRole", "iam:DeleteRolePolicy", "iam:GetRole", "iam:GetRolePolicy", "iam:ListRolePolicies"],
        ...["iam:ListAttachedRolePolicies", "iam:ListInstanceProfilesForRole", "iam:UpdateAssumeRolePolicy"],
        ...["iam:TagRole", "iam:UntagRole", "iam:PassRole"],
      ],
      Resource: roles,
    },
    {
      Sid: "BoundedRoles",
      Effect: "Allow",
      Action: making,
      Resource: roles,
      Condition: { StringEquals: { "iam:PermissionsBoundary": runtimeArn } },
    },
    {
      // The delivery's own roles bear the same prefix: no deployment may loosen them.
      Sid: "NotItself",
      Effect: "Deny",
      Action: [...making, "iam:DeleteRole", "iam:DeleteRolePolicy", "iam:UpdateAssumeRolePolicy", "iam:PassRole"],
      Resource: pulumi.interpolate`arn:aws:iam::${accountId}:role/${project}-delivery-*`,
    },
  );
}
