import * as cloudwatch from "@pulumi/aws/cloudwatch/index.js";
import * as lambda from "@pulumi/aws/lambda/index.js";
import * as pulumi from "@pulumi/pulumi";
import { bundleHook } from "../setup/bundleHook.mjs";
import type { ApiFunction } from "./apiFunction.ts";
import type { Architecture } from "./config/stackConfig.ts";
import type { InferenceFunction } from "./inferenceFunction.ts";
import { type Statement, writeLogs } from "./policies.ts";
import { serviceRole } from "./serviceRole.ts";

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
  const { role, policy } = serviceRole(
    name,
    {
      ...{ service: "lambda.amazonaws.com", statements: [...permissions(args), writeLogs(logs.arn)] },
      ...(args.boundaryArn ? { boundaryArn: args.boundaryArn } : {}),
    },
    parent,
  );
  return new lambda.Function(
    name,
    {
      runtime: "nodejs24.x",
      handler: "index.handler",
      code: hookArchive(),
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

async function hookArchive(): Promise<pulumi.asset.AssetArchive> {
  return new pulumi.asset.AssetArchive({
    "index.mjs": new pulumi.asset.FileAsset(await bundleHook()),
    golden: new pulumi.asset.FileArchive("golden"),
  });
}

function permissions({ functions, application, region, accountId }: HookFunctionArgs): readonly Statement[] {
  return [
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
  ];
}
