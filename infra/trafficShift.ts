import * as codedeploy from "@pulumi/aws/codedeploy/index.js";
import * as pulumi from "@pulumi/pulumi";
import type { ApiFunction } from "./apiFunction.ts";
import type { Architecture, TrafficConfig } from "./config/stackConfig.ts";
import { hookFunction } from "./hookFunction.ts";
import type { InferenceFunction } from "./inferenceFunction.ts";
import type { Statement } from "./policies.ts";
import { serviceRole } from "./serviceRole.ts";

/** Whose traffic is shifted, how, and what stops it. */
export interface TrafficShiftArgs {
  readonly settings: TrafficConfig;
  readonly classifier: InferenceFunction;
  readonly api: ApiFunction;
  readonly architecture: Architecture;
  /** Names of alarms that roll a deployment of their function back. */
  readonly alarms: Readonly<Record<"classify" | "api", readonly pulumi.Input<string>[]>>;
  readonly logRetentionDays: number;
  readonly region: string;
  readonly accountId: pulumi.Input<string>;
  /** Permission boundary of the roles, where a delivery pipeline makes them. */
  readonly boundaryArn?: string;
}

/** What delivery/steps/shiftTraffic.ts has to know of one function. */
export interface Shift {
  readonly functionName: string;
  readonly version: string;
  readonly application: string;
  readonly deploymentGroup: string;
  readonly hookFunction: string;
}

/** CodeDeploy in front of the functions' aliases: a new version is examined first, then gets traffic step by step. */
export class TrafficShift extends pulumi.ComponentResource {
  public readonly shifts: pulumi.Output<readonly Shift[]>;

  public constructor(name: string, args: TrafficShiftArgs, opts?: pulumi.ComponentResourceOptions) {
    super("snaplabel:infra:TrafficShift", name, {}, opts);
    const child = { parent: this };
    const functions = { classify: args.classifier, api: args.api };
    const application = new codedeploy.Application(name, { computePlatform: "Lambda" }, child);
    const hook = hookFunction(
      `${name}-hook`,
      { ...args, functions: Object.values(functions), application: application.name },
      this,
    );
    const arns = Object.values(functions).map(({ functionArn }) => functionArn);
    const alarms = pulumi.interpolate`arn:aws:cloudwatch:${args.region}:${args.accountId}:alarm:${pulumi.getProject()}-*`;
    const { role, policy } = serviceRole(
      name,
      {
        ...{ service: "codedeploy.amazonaws.com", statements: permissions(arns, hook.arn, alarms) },
        ...(args.boundaryArn ? { boundaryArn: args.boundaryArn } : {}),
      },
      this,
    );
    const deploymentConfigName = configuration(name, args.settings, this);
    const groups = Object.entries(args.alarms).map(([key, alarms]) => {
      const group = new codedeploy.DeploymentGroup(
        `${name}-${key}`,
        {
          appName: application.name,
          deploymentGroupName: `${name}-${key}`,
          serviceRoleArn: role.arn,
          deploymentConfigName,
          deploymentStyle: { deploymentOption: "WITH_TRAFFIC_CONTROL", deploymentType: "BLUE_GREEN" },
          alarmConfiguration: { enabled: true, alarms: [...alarms] },
          autoRollbackConfiguration: { enabled: true, events: ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"] },
        },
        { ...child, dependsOn: policy },
      );
      const { functionName, version } = functions[key as keyof typeof functions];
      const [of, deploymentGroup] = [application.name, group.deploymentGroupName];
      return { functionName, version, application: of, deploymentGroup, hookFunction: hook.name };
    });
    this.shifts = pulumi.output(groups);
    this.registerOutputs({ shifts: this.shifts });
  }
}

/** One of CodeDeploy's own, or a canary of one's own numbers. */
function configuration(name: string, settings: TrafficConfig, parent: pulumi.Resource): pulumi.Input<string> {
  if (settings.kind === "all-at-once") return "CodeDeployDefault.LambdaAllAtOnce";
  const { percent: percentage, minutes: interval } = settings;
  const canary = new codedeploy.DeploymentConfig(
    name,
    {
      computePlatform: "Lambda",
      trafficRoutingConfig: { type: "TimeBasedCanary", timeBasedCanary: { percentage, interval } },
    },
    { parent },
  );
  return canary.deploymentConfigName;
}

/** Of AWSCodeDeployRoleForLambda what is needed, on these functions. */
function permissions(
  functionArns: readonly pulumi.Output<string>[],
  hookArn: pulumi.Output<string>,
  alarms: pulumi.Output<string>,
): readonly Statement[] {
  return [
    {
      Sid: "ShiftTraffic",
      Effect: "Allow",
      Action: ["lambda:GetAlias", "lambda:UpdateAlias", "lambda:GetProvisionedConcurrencyConfig"],
      Resource: functionArns.flatMap((arn) => [arn, pulumi.interpolate`${arn}:*`]),
    },
    { Sid: "Examine", Effect: "Allow", Action: "lambda:InvokeFunction", Resource: hookArn },
    { Sid: "WatchAlarms", Effect: "Allow", Action: "cloudwatch:DescribeAlarms", Resource: alarms },
  ];
}
