import * as cloudwatch from "@pulumi/aws/cloudwatch/index.js";
import * as lambda from "@pulumi/aws/lambda/index.js";
import type * as pulumi from "@pulumi/pulumi";
import { liveAlias } from "./liveAlias.ts";
import { type Statement, sendTraces, writeLogs } from "./policies.ts";
import { serviceRole } from "./serviceRole.ts";

/** What differs between the functions of the image. */
export interface ImageFunctionArgs {
  /** Of Lambda's own settings, those that are this function's. */
  readonly settings: Partial<lambda.FunctionArgs>;
  /** What the function may do besides writing its log and its traces. */
  readonly statements: readonly Statement[];
  readonly logRetentionDays: number;
  /** The alias belongs to CodeDeploy once it is there: a new version is published, and gets no traffic by itself. */
  readonly shifted: boolean;
  readonly boundaryArn?: string;
}

/** A published function of the image with a role, a log group and the alias `live` of its own. */
export function imageFunction(
  name: string,
  { settings, statements, logRetentionDays, shifted, boundaryArn }: ImageFunctionArgs,
  parent: pulumi.Resource,
) {
  const child = { parent };
  const logs = new cloudwatch.LogGroup(name, { retentionInDays: logRetentionDays }, child);
  const { role, policy } = serviceRole(
    name,
    {
      service: "lambda.amazonaws.com",
      statements: [...statements, writeLogs(logs.arn), sendTraces],
      ...(boundaryArn ? { boundaryArn } : {}),
    },
    parent,
  );
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
    { ...child, dependsOn: policy },
  );
  const alias = new lambda.Alias(
    name,
    { name: liveAlias, functionName: func.name, functionVersion: func.version },
    shifted ? { ...child, ignoreChanges: ["functionVersion", "routingConfig"] } : child,
  );
  return { logs, role, func, alias };
}
