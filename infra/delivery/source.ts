import * as codecommit from "@pulumi/aws/codecommit/index.js";
import * as s3 from "@pulumi/aws/s3/index.js";
import * as pulumi from "@pulumi/pulumi";
import { bucketPolicy } from "../bucketPolicy.ts";
import type { Statement } from "../policies.ts";
import { privateBucket } from "../privateBucket.ts";
import type { SourceConfig } from "./deliveryConfig.ts";

/** A repository of AWS's own, a connection to another host, or a zip in a bucket. */
export class Source extends pulumi.ComponentResource {
  /** Settings of the pipeline's first action. */
  public readonly action: {
    readonly provider: string;
    readonly configuration: Record<string, pulumi.Input<string>>;
    /** Which variable of the action tells the commit: https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-variables.html */
    readonly revision: "CommitId" | "VersionId";
  };
  /** The pipeline's own triggers, where the source starts it without an event. */
  public readonly triggers: readonly PushTrigger[];
  /** What the pipeline's role may do at the source. */
  public readonly statements: readonly Statement[];
  /** The event that starts the pipeline; undefined where the source starts it by itself. */
  public readonly eventPattern: pulumi.Output<string> | undefined;
  /** Where developers push to. */
  public readonly cloneUrl: pulumi.Output<string>;
  /** Undefined for other sources than CodeCommit. */
  public readonly repositoryArn: pulumi.Output<string> | undefined;

  public constructor(name: string, source: SourceConfig, opts?: pulumi.ComponentResourceOptions) {
    super("snaplabel:delivery:Source", name, {}, opts);
    const made = { codecommit: fromCodeCommit, connection: fromConnection, s3: fromBucket }[source.kind](
      name,
      source as never,
      this,
    );
    this.action = made.action;
    this.triggers = made.triggers;
    this.statements = made.statements;
    this.eventPattern = made.eventPattern;
    this.cloneUrl = made.cloneUrl;
    this.repositoryArn = made.repositoryArn;
    this.registerOutputs({ cloneUrl: this.cloneUrl });
  }
}

/** Starts the pipeline when something is pushed; form of the pipeline's input. */
interface PushTrigger {
  readonly providerType: "CodeStarSourceConnection";
  readonly gitConfiguration: {
    readonly sourceActionName: "source";
    readonly pushes: { branches: { includes: string[] }; filePaths?: { includes: string[] } }[];
  };
}

type Made = Pick<Source, "action" | "triggers" | "statements" | "eventPattern" | "cloneUrl" | "repositoryArn">;
type Of<Kind extends SourceConfig["kind"]> = Extract<SourceConfig, { kind: Kind }>;

function fromCodeCommit(name: string, { branch }: Of<"codecommit">, parent: pulumi.Resource): Made {
  const repository = new codecommit.Repository(
    name,
    { repositoryName: name, defaultBranch: branch },
    // What was pushed is nowhere else.
    { parent, protect: true, retainOnDelete: true },
  );
  const { arn, repositoryName: RepositoryName } = repository;
  return {
    action: {
      provider: "CodeCommit",
      revision: "CommitId",
      configuration: {
        RepositoryName,
        BranchName: branch,
        PollForSourceChanges: "false",
        OutputArtifactFormat: "CODE_ZIP",
      },
    },
    triggers: [],
    statements: [
      {
        Sid: "ReadSource",
        Effect: "Allow",
        Action: [
          ...["codecommit:GetBranch", "codecommit:GetCommit", "codecommit:GetRepository"],
          ...["codecommit:UploadArchive", "codecommit:GetUploadArchiveStatus", "codecommit:CancelUploadArchive"],
        ],
        Resource: arn,
      },
    ],
    // Form: https://docs.aws.amazon.com/codecommit/latest/userguide/monitoring-events.html
    eventPattern: pulumi.jsonStringify({
      source: ["aws.codecommit"],
      "detail-type": ["CodeCommit Repository State Change"],
      resources: [arn],
      detail: { event: ["referenceCreated", "referenceUpdated"], referenceType: ["branch"], referenceName: [branch] },
    }),
    cloneUrl: repository.cloneUrlHttp,
    repositoryArn: arn,
  };
}

function fromConnection(_name: string, source: Of<"connection">): Made {
  const { connectionArn, repository, branch, paths } = source;
  const push = {
    branches: { includes: [branch] },
    ...(paths.length > 0 ? { filePaths: { includes: [...paths] } } : {}),
  };
  const actions = ["codeconnections:UseConnection", "codestar-connections:UseConnection"];
  return {
    action: {
      provider: "CodeStarSourceConnection",
      revision: "CommitId",
      configuration: {
        ...{ ConnectionArn: connectionArn, FullRepositoryId: repository, BranchName: branch },
        ...{ OutputArtifactFormat: "CODE_ZIP", DetectChanges: "false" },
      },
    },
    triggers: [
      { providerType: "CodeStarSourceConnection", gitConfiguration: { sourceActionName: "source", pushes: [push] } },
    ],
    statements: [{ Sid: "ReadSource", Effect: "Allow", Action: actions, Resource: connectionArn }],
    eventPattern: undefined,
    cloneUrl: pulumi.output(repository),
    repositoryArn: undefined,
  };
}

function fromBucket(name: string, { key }: Of<"s3">, parent: pulumi.Resource): Made {
  const made = privateBucket(`${name}-source`, { keep: false }, parent);
  bucketPolicy(`${name}-source`, made, [], parent);
  const { bucket } = made;
  new s3.BucketNotification(`${name}-source`, { bucket: bucket.id, eventbridge: true }, { parent });
  return {
    action: {
      provider: "S3",
      revision: "VersionId",
      configuration: { S3Bucket: bucket.bucket, S3ObjectKey: key, PollForSourceChanges: "false" },
    },
    triggers: [],
    statements: [
      {
        Sid: "ReadSource",
        Effect: "Allow",
        Action: ["s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectTagging", "s3:GetObjectVersionTagging"],
        Resource: pulumi.interpolate`${bucket.arn}/${key}`,
      },
      { Sid: "FindSource", Effect: "Allow", Action: ["s3:GetBucketVersioning", "s3:ListBucket"], Resource: bucket.arn },
    ],
    // Form: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
    eventPattern: pulumi.jsonStringify({
      source: ["aws.s3"],
      "detail-type": ["Object Created"],
      detail: { bucket: { name: [bucket.bucket] }, object: { key: [key] } },
    }),
    cloneUrl: pulumi.interpolate`s3://${bucket.bucket}/${key}`,
    repositoryArn: undefined,
  };
}
