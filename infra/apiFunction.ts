import * as pulumi from "@pulumi/pulumi";
import type { Architecture, FunctionConfig, UploadsConfig } from "./config/stackConfig.ts";
import type { ImageBucket } from "./imageBucket.ts";
import { imageFunction } from "./imageFunction.ts";
import type { Statement } from "./policies.ts";
import type { ResultsTable } from "./resultsTable.ts";

/** API Gateway waits for 30 seconds at most. */
const timeoutSeconds = 29;

/** What the API's function runs, reads and writes. */
export interface ApiFunctionArgs {
  /** "<repository>@sha256:<digest>": the image that classifies holds the API as well. */
  readonly imageUri: pulumi.Input<string>;
  readonly architecture: Architecture;
  readonly settings: FunctionConfig;
  readonly bucket: ImageBucket;
  readonly table: ResultsTable;
  /** Where uploads go, and the endings that the bucket tells of. */
  readonly uploads: Pick<UploadsConfig, "prefix" | "suffixes">;
  /** Everybody sees only what he uploaded himself. */
  readonly isolateOwners: boolean;
  /** Uploads may name an address that is told their result. */
  readonly webhooks: boolean;
  readonly logRetentionDays: number;
  /** CodeDeploy moves the alias, see TrafficShift. */
  readonly shifted: boolean;
  readonly boundaryArn?: string;
}

/** The function behind the HTTP API, with a role of its own. */
export class ApiFunction extends pulumi.ComponentResource {
  public readonly functionName: pulumi.Output<string>;
  public readonly logGroupArn: pulumi.Output<string>;
  public readonly functionArn: pulumi.Output<string>;
  /** The newest, whether it has traffic or not. */
  public readonly version: pulumi.Output<string>;
  public readonly aliasName: pulumi.Output<string>;
  /** What a gateway calls. */
  public readonly invokeArn: pulumi.Output<string>;

  public constructor(name: string, args: ApiFunctionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("snaplabel:infra:ApiFunction", name, {}, opts);
    const { logs, func, alias } = imageFunction(
      name,
      {
        settings: {
          imageUri: args.imageUri,
          imageConfig: { commands: ["api.handler"] },
          architectures: [args.architecture],
          memorySize: args.settings.memoryMegabytes,
          timeout: timeoutSeconds,
          environment: { variables: environment(args) },
        },
        statements: permissions(args),
        logRetentionDays: args.logRetentionDays,
        shifted: args.shifted,
        ...(args.boundaryArn ? { boundaryArn: args.boundaryArn } : {}),
      },
      this,
    );
    this.functionName = func.name;
    this.logGroupArn = logs.arn;
    this.functionArn = func.arn;
    this.version = func.version;
    this.aliasName = alias.name;
    this.invokeArn = alias.invokeArn;
    this.registerOutputs({ functionName: this.functionName });
  }
}

function environment({ table, bucket, uploads, isolateOwners, webhooks, settings }: ApiFunctionArgs) {
  return {
    TABLE_NAME: table.tableName,
    BUCKET_NAME: bucket.bucketName,
    UPLOAD_PREFIX: uploads.prefix,
    UPLOAD_SUFFIXES: uploads.suffixes.join(","),
    ISOLATE_OWNERS: String(isolateOwners),
    WEBHOOKS: String(webhooks),
    INFERENCE_THREADS: String(settings.threads),
  };
}

/** What the operations call. A form or an address that the role signs can do no more than the role. */
function permissions({ bucket, table, uploads }: ApiFunctionArgs): readonly Statement[] {
  return [
    {
      Sid: "SignUploads",
      Effect: "Allow",
      Action: "s3:PutObject",
      Resource: pulumi.interpolate`${bucket.bucketArn}/${uploads.prefix}*`,
    },
    {
      Sid: "ShowAndDeleteImages",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:DeleteObject"],
      Resource: pulumi.interpolate`${bucket.bucketArn}/*`,
    },
    {
      Sid: "ReadAndCorrectResults",
      Effect: "Allow",
      Action: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:Query"],
      Resource: [table.tableArn, pulumi.interpolate`${table.tableArn}/index/*`],
    },
  ];
}
