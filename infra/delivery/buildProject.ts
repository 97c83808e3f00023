import * as cloudwatch from "@pulumi/aws/cloudwatch/index.js";
import * as codebuild from "@pulumi/aws/codebuild/index.js";
import * as pulumi from "@pulumi/pulumi";
import type { Architecture } from "../config/stackConfig.ts";
import { type Statement, writeLogs } from "../policies.ts";
import { serviceRole } from "../serviceRole.ts";

/** CodeBuild's own images: https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-available.html */
const hosts: Record<Architecture, { readonly type: string; readonly image: string }> = {
  arm64: { type: "ARM_CONTAINER", image: "aws/codebuild/amazonlinux-aarch64-standard:3.0" },
  x86_64: { type: "LINUX_CONTAINER", image: "aws/codebuild/amazonlinux-x86_64-standard:5.0" },
};

/** What differs between the projects. */
export interface BuildProjectArgs {
  /** File of delivery/buildspecs. */
  readonly buildspec: string;
  /** An arm64 image is built, and run by the gate, on an arm64 host. */
  readonly architecture: Architecture;
  /** Docker needs it; nothing else does. */
  readonly privileged: boolean;
  readonly environment: Readonly<Record<string, pulumi.Input<string>>>;
  /** Environment variables whose values are read from Secrets Manager when a build starts. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly statements: readonly Statement[];
  readonly artifacts: { readonly bucketArn: pulumi.Output<string> };
  readonly timeoutMinutes: number;
  readonly logRetentionDays: number;
  readonly accountId: pulumi.Input<string>;
  readonly boundaryArn: pulumi.Input<string>;
}

/** A CodeBuild project that runs one buildspec of the repository, with a role and a log of its own. */
export class BuildProject extends pulumi.ComponentResource {
  public readonly projectName: pulumi.Output<string>;
  public readonly projectArn: pulumi.Output<string>;
  public readonly logGroupArn: pulumi.Output<string>;

  public constructor(name: string, args: BuildProjectArgs, opts?: pulumi.ComponentResourceOptions) {
    super("snaplabel:delivery:BuildProject", name, {}, opts);
    const child = { parent: this };
    const logs = new cloudwatch.LogGroup(name, { retentionInDays: args.logRetentionDays }, child);
    const { accountId, boundaryArn } = args;
    const { role, policy } = serviceRole(
      name,
      { service: "codebuild.amazonaws.com", accountId, boundaryArn, statements: permissions(args, logs.arn) },
      this,
    );
    const project = new codebuild.Project(
      name,
      {
        serviceRole: role.arn,
        source: { type: "CODEPIPELINE", buildspec: `delivery/buildspecs/${args.buildspec}.yml` },
        artifacts: { type: "CODEPIPELINE" },
        environment: {
          ...hosts[args.architecture],
          computeType: "BUILD_GENERAL1_MEDIUM",
          privilegedMode: args.privileged,
          environmentVariables: variables(args),
        },
        cache: {
          type: "LOCAL",
          modes: ["LOCAL_CUSTOM_CACHE", ...(args.privileged ? ["LOCAL_DOCKER_LAYER_CACHE"] : [])],
        },
        logsConfig: { cloudwatchLogs: { status: "ENABLED", groupName: logs.name } },
        buildTimeout: args.timeoutMinutes,
      },
      { ...child, dependsOn: policy },
    );
    this.projectName = project.name;
    this.projectArn = project.arn;
    this.logGroupArn = logs.arn;
    this.registerOutputs({ projectName: this.projectName });
  }
}

function variables({ environment, secrets = {} }: BuildProjectArgs) {
  return [
    ...Object.entries(environment).map(([name, value]) => ({ name, value, type: "PLAINTEXT" })),
    ...Object.entries(secrets).map(([name, value]) => ({ name, value, type: "SECRETS_MANAGER" })),
  ];
}

function permissions(
  { statements, secrets = {}, artifacts }: BuildProjectArgs,
  logGroupArn: pulumi.Output<string>,
): readonly Statement[] {
  const secretArns = Object.values(secrets);
  return [
    writeLogs(logGroupArn),
    {
      Sid: "PassArtifactsOn",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"],
      Resource: pulumi.interpolate`${artifacts.bucketArn}/*`,
    },
    ...(secretArns.length > 0
      ? [
          {
            Sid: "ReadSecrets",
            Effect: "Allow",
            Action: "secretsmanager:GetSecretValue",
            Resource: secretArns,
          } as const,
        ]
      : []),
    ...statements,
  ];
}
