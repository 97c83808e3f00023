import * as pulumi from "@pulumi/pulumi";
import type { ImageRegistry } from "../imageRegistry.ts";
import type { Statement } from "../policies.ts";
import { BuildProject, type BuildProjectArgs } from "./buildProject.ts";
import type { DeliveryConfig } from "./deliveryConfig.ts";
import { type DeployScope, deployPermissions, previewPermissions } from "./deployPermissions.ts";
import { statePermissions } from "./statePermissions.ts";

/** What the projects share. */
export interface BuildProjectsArgs extends Omit<DeployScope, "prefix"> {
  /** Of the program that is delivered. */
  readonly project: string;
  readonly config: DeliveryConfig;
  readonly registry: ImageRegistry;
  readonly artifactsArn: pulumi.Output<string>;
  readonly boundaryArn: pulumi.Input<string>;
}

/** The projects of the pipeline's stages; those that build cannot deploy, and those that deploy cannot push an image. */
export class BuildProjects extends pulumi.ComponentResource {
  public readonly check: BuildProject;
  public readonly image: BuildProject;
  public readonly deployDev: BuildProject;
  public readonly previewProd: BuildProject;
  public readonly deployProd: BuildProject;

  public constructor(name: string, args: BuildProjectsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("snaplabel:delivery:BuildProjects", name, {}, opts);
    const { config, registry, accountId, boundaryArn } = args;
    const make = (key: string, more: Partial<BuildProjectArgs> & Pick<BuildProjectArgs, "buildspec">) =>
      new BuildProject(
        `${name}-${key}`,
        {
          ...{ architecture: config.architecture, privileged: false, environment: {}, statements: [] },
          ...{ artifacts: { bucketArn: args.artifactsArn }, timeoutMinutes: 30 },
          ...{ logRetentionDays: config.logRetentionDays, accountId, boundaryArn, ...more },
        },
        { parent: this },
      );
    this.check = make("check", { buildspec: "check" });
    this.image = make("image", {
      buildspec: "image",
      privileged: true,
      environment: { REPOSITORY_URL: registry.repositoryUrl },
      statements: pushImages(registry.repositoryArn),
    });
    const { dev, prod } = config.stacks;
    const { percent, minutes } = config.canary;
    const canary = { TRAFFIC_SHIFT: "canary", CANARY_PERCENT: String(percent), CANARY_MINUTES: String(minutes) };
    const scope = (stack: string): DeployScope => ({ ...args, prefix: `${args.project}-${stack}` });
    const deploy = (stack: string, shift: Record<string, string>) => ({
      ...{ buildspec: "deploy", ...deployment(args, stack, shift) },
      statements: [
        ...deployPermissions(scope(stack)),
        ...statePermissions(config.state),
        ...testStack(args, scope(stack)),
      ],
      // A canary of an hour, and what stands around it.
      timeoutMinutes: 90,
    });
    this.deployDev = make("dev", deploy(dev, { TRAFFIC_SHIFT: "all-at-once" }));
    this.previewProd = make("preview", {
      ...{ buildspec: "preview", ...deployment(args, prod, canary) },
      // It runs before anybody has approved: what it runs may look at prod, and not touch it.
      statements: [...previewPermissions(scope(prod)), ...statePermissions(config.state)],
    });
    this.deployProd = make("prod", deploy(prod, canary));
    this.registerOutputs();
  }
}

/** What delivery/steps reads of its environment to deploy a stack. */
function deployment({ config, runtimeBoundaryArn, region }: BuildProjectsArgs, stack: string, shift: object) {
  const { state, stacks } = config;
  return {
    environment: {
      ...{
        STACK: `${stacks.organization}/snaplabel/${stack}`,
        DEV_STACK: `${stacks.organization}/snaplabel/${stacks.dev}`,
      },
      ...{ PERMISSIONS_BOUNDARY: runtimeBoundaryArn, ...shift },
      ...(state.kind === "s3"
        ? {
            PULUMI_BACKEND_URL: `s3://${state.bucket}?region=${region}`,
            PULUMI_SECRETS_PROVIDER: `awskms:///${state.keyArn}`,
          }
        : {}),
    },
    ...(state.kind === "pulumi-cloud" ? { secrets: { PULUMI_ACCESS_TOKEN: state.tokenSecretArn } } : {}),
  };
}

function pushImages(repositoryArn: pulumi.Output<string>): readonly Statement[] {
  return [
    { Sid: "LogIn", Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" },
    {
      Sid: "PushImages",
      Effect: "Allow",
      Action: [
        ...["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload", "ecr:DescribeImages"],
        ...["ecr:GetDownloadUrlForLayer", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart"],
      ],
      Resource: repositoryArn,
    },
  ];
}

/** Lambda looks for the image with the rights of who deploys it; the smoke test reads the table like a user. */
function testStack({ registry }: BuildProjectsArgs, { prefix, region, accountId }: DeployScope): readonly Statement[] {
  return [
    {
      Sid: "FindImage",
      Effect: "Allow",
      Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:GetRepositoryPolicy", "ecr:SetRepositoryPolicy"],
      Resource: registry.repositoryArn,
    },
    {
      Sid: "ReadAnswer",
      Effect: "Allow",
      Action: ["dynamodb:GetItem", "dynamodb:DeleteItem"],
      Resource: pulumi.interpolate`arn:aws:dynamodb:${region}:${accountId}:table/${prefix}*`,
    },
  ];
}
