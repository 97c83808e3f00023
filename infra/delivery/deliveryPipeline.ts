import * as codepipeline from "@pulumi/aws/codepipeline/index.js";
import type * as s3 from "@pulumi/aws/s3/index.js";
import * as pulumi from "@pulumi/pulumi";
import type { Statement } from "../policies.ts";
import { serviceRole } from "../serviceRole.ts";
import type { BuildProject } from "./buildProject.ts";
import type { Source } from "./source.ts";

/** What the pipeline runs, from the commit on. */
export interface DeliveryPipelineArgs {
  readonly source: Source;
  readonly check: BuildProject;
  readonly image: BuildProject;
  readonly deployDev: BuildProject;
  readonly previewProd: BuildProject;
  readonly deployProd: BuildProject;
  readonly artifacts: { readonly bucket: s3.Bucket };
  /** Told when somebody has to approve. */
  readonly topicArn: pulumi.Input<string>;
  readonly region: string;
  readonly accountId: pulumi.Input<string>;
  readonly boundaryArn: pulumi.Input<string>;
}

/** Commit → check → image and gate → dev → preview and approval → prod. Nothing is built between dev and prod. */
export class DeliveryPipeline extends pulumi.ComponentResource {
  public readonly pipelineName: pulumi.Output<string>;
  public readonly pipelineArn: pulumi.Output<string>;

  public constructor(name: string, args: DeliveryPipelineArgs, opts?: pulumi.ComponentResourceOptions) {
    super("snaplabel:delivery:DeliveryPipeline", name, {}, opts);
    const child = { parent: this };
    const { accountId, boundaryArn } = args;
    const { role, policy } = serviceRole(
      name,
      { service: "codepipeline.amazonaws.com", accountId, boundaryArn, statements: permissions(args) },
      this,
    );
    const pipeline = new codepipeline.Pipeline(
      name,
      {
        pipelineType: "V2",
        // Two commits do not overtake each other, and none is left out.
        executionMode: "QUEUED",
        roleArn: role.arn,
        artifactStores: [{ type: "S3", location: args.artifacts.bucket.bucket }],
        stages: stages(args),
        ...(args.source.triggers.length > 0 ? { triggers: [...args.source.triggers] } : {}),
      },
      { ...child, dependsOn: policy },
    );
    this.pipelineName = pipeline.name;
    this.pipelineArn = pipeline.arn;
    this.registerOutputs({ pipelineName: this.pipelineName });
  }
}

function stages(args: DeliveryPipelineArgs) {
  const build = (name: string, project: BuildProject, inputs: readonly string[], more: object = {}) => ({
    ...{ name, category: "Build", owner: "AWS", provider: "CodeBuild", version: "1" },
    inputArtifacts: [...inputs],
    configuration: {
      ProjectName: project.projectName,
      PrimarySource: "source",
      EnvironmentVariables: JSON.stringify([
        { name: "REVISION", value: `#{source.${args.source.action.revision}}`, type: "PLAINTEXT" },
      ]),
    },
    ...more,
  });
  const approval = {
    ...{ name: "approve", category: "Approval", owner: "AWS", provider: "Manual", version: "1", runOrder: 2 },
    configuration: {
      NotificationArn: args.topicArn,
      CustomData: "The gate's report is in the artifact `image`, what changes in prod in the artifact `preview`.",
      ExternalEntityLink: pulumi.interpolate`https://${args.region}.console.aws.amazon.com/s3/buckets/${args.artifacts.bucket.bucket}?region=${args.region}`,
    },
  };
  return [
    { name: "Source", actions: [sourceAction(args.source)] },
    { name: "Check", actions: [build("check", args.check, ["source"])] },
    { name: "Image", actions: [build("build-and-gate", args.image, ["source"], { outputArtifacts: ["image"] })] },
    { name: "Dev", actions: [build("deploy-and-smoke-test", args.deployDev, ["source", "image"])] },
    {
      name: "Approval",
      actions: [
        build("preview-prod", args.previewProd, ["source", "image"], { outputArtifacts: ["preview"], runOrder: 1 }),
        approval,
      ],
    },
    { name: "Prod", actions: [build("promote-and-smoke-test", args.deployProd, ["source", "image"])] },
  ];
}

function sourceAction({ action: { provider, configuration } }: Source) {
  return {
    ...{ name: "source", namespace: "source", category: "Source", owner: "AWS", version: "1" },
    ...{ provider, configuration, outputArtifacts: ["source"] },
  };
}

function permissions(args: DeliveryPipelineArgs): readonly Statement[] {
  const projects = [args.check, args.image, args.deployDev, args.previewProd, args.deployProd];
  const { arn } = args.artifacts.bucket;
  return [
    ...args.source.statements,
    {
      Sid: "RunBuilds",
      Effect: "Allow",
      Action: ["codebuild:StartBuild", "codebuild:StopBuild", "codebuild:BatchGetBuilds"],
      Resource: projects.map(({ projectArn }) => projectArn),
    },
    {
      Sid: "KeepArtifacts",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"],
      Resource: pulumi.interpolate`${arn}/*`,
    },
    { Sid: "FindArtifacts", Effect: "Allow", Action: ["s3:GetBucketVersioning", "s3:ListBucket"], Resource: arn },
    { Sid: "AskForApproval", Effect: "Allow", Action: "sns:Publish", Resource: args.topicArn },
  ];
}
