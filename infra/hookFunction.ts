import * as cloudwatch from "@pulumi/aws/cloudwatch/index.js";
import * as iam from "@pulumi/aws/iam/index.js";
import * as lambda from "@pulumi/aws/lambda/index.js";
import * as pulumi from "@pulumi/pulumi";
import { bundleHook } from "../setup/bundleHook.mjs";
import type { ApiFunction } from "./apiFunction.ts";
import type { Architecture } from "./config/stackConfig.ts";
import type { InferenceFunction } from "./inferenceFunction.ts";
import { policyDocument, trustPolicy } from "./policies.ts";

/** 35 golden photos, the first of them to a cold function. */
const [timeoutSeconds, memoryMegabytes] = [300, 512];

/** What the hook examines. */
export interface HookFunctionArgs {
  readonly functions: readonly (InferenceFunction | ApiFunction)[];
  readonly api: ApiFunction;
  readonly architecture: Architecture;
  /** Name of CodeDeploy's application: the hook answers to its deployment groups only. */
  readonly application: pulumi.Input<string>;
  readonly region: string;
  readonly accountId: pulumi.Input<string>;
  readonly logRetentionDays: number;
  readonly boundaryArn?: string;
}

/** The function that CodeDeploy calls before traffic. It comes as a zip of its own: the image does not judge itself. */
export function hookFunction(name: string, args: HookFunctionArgs, parent: pulumi.Resource): lambda.Function {
  const child = { parent };
  const logs = new cloudwatch.LogGroup(name, { retentionInDays: args.logRetentionDays }, child);
  const role = new iam.Role(
    name,
    {
      assumeRolePolicy: trustPolicy("lambda.amazonaws.com"),
      ...(args.boundaryArn ? { permissionsBoundary: args.boundaryArn } : {}),
    },
    child,
  );
  const policy = new iam.RolePolicy(name, { role: role.id, policy: permissions(args, logs.arn) }, child);
  return new lambda.Function(
    name,
    {
      runtime: "nodejs24.x",
      handler: "index.handler",
      code: new pulumi.asset.FileArchive(bundleHook()),
      role: role.arn,
      architectures: [args.architecture],
      memorySize: memoryMegabytes,
      timeout: timeoutSeconds,
      environment: { variables: { API_FUNCTION_NAME: args.api.functionName } },
      loggingConfig: { logFormat: "JSON", logGroup: logs.name },
    },
    { ...child, dependsOn: policy },
  );
}

function permissions(
  { functions, application, region, accountId }: HookFunctionArgs,
  logGroupArn: pulumi.Output<string>,
) {
  return policyDocument(
    {
      Sid: "Examine",
      Effect: "Allow",
      Action: "lambda:InvokeFunction",
      Resource: functions.map(({ functionArn }) => pulumi.interpolate`${functionArn}:*`),
    },
    {
      Sid: "Answer",
      Effect: "Allow",
      Action: ["codedeploy:GetDeployment", "codedeploy:PutLifecycleEventHookExecutionStatus"],
      Resource: pulumi.interpolate`arn:aws:codedeploy:${region}:${accountId}:deploymentgroup:${application}/*`,
    },
    {
      Sid: "WriteLogs",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: pulumi.interpolate`${logGroupArn}:*`,
    },
  );
}
