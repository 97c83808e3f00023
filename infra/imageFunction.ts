import * as cloudwatch from "@pulumi/aws/cloudwatch/index.js";
import * as iam from "@pulumi/aws/iam/index.js";
import * as lambda from "@pulumi/aws/lambda/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { trustPolicy } from "./policies.ts";

/** What differs between the functions of the image. */
export interface ImageFunctionArgs {
  /** Of Lambda's own settings, those that are this function's. */
  readonly settings: Partial<lambda.FunctionArgs>;
  /** The role's only policy; may name the function's own log group. */
  readonly permissions: (logGroupArn: pulumi.Output<string>) => pulumi.Output<string>;
  readonly logRetentionDays: number;
  /** The alias belongs to CodeDeploy once it is there: a new version is published, and gets no traffic by itself. */
  readonly shifted: boolean;
  readonly boundaryArn?: string;
}

/** A published function of the image with a role, a log group and the alias `live` of its own. */
export function imageFunction(
  name: string,
  { settings, permissions, logRetentionDays, shifted, boundaryArn }: ImageFunctionArgs,
  parent: pulumi.Resource,
) {
  const child = { parent };
  const logs = new cloudwatch.LogGroup(name, { retentionInDays: logRetentionDays }, child);
  const role = new iam.Role(
    name,
    {
      assumeRolePolicy: trustPolicy("lambda.amazonaws.com"),
      ...(boundaryArn ? { permissionsBoundary: boundaryArn } : {}),
    },
    child,
  );
  const policy = new iam.RolePolicy(name, { role: role.id, policy: permissions(logs.arn) }, child);
  const func = new lambda.Function(
    name,
    {
      packageType: "Image",
      role: role.arn,
      publish: true,
      loggingConfig: { logFormat: "JSON", logGroup: logs.name },
      tracingConfig: { mode: "Active" },
      ...settings,
    },
    // Without its permissions a new function fails its first start.
    { ...child, dependsOn: policy },
  );
  const alias = new lambda.Alias(
    name,
    { name: "live", functionName: func.name, functionVersion: func.version },
    shifted ? { ...child, ignoreChanges: ["functionVersion", "routingConfig"] } : child,
  );
  return { logs, role, func, alias };
}
