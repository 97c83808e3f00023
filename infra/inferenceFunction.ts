import * as lambda from "@pulumi/aws/lambda/index.js";
import * as pulumi from "@pulumi/pulumi";
import type { Architecture, FunctionConfig } from "./config/stackConfig.ts";
import type { ImageBucket } from "./imageBucket.ts";
import { imageFunction } from "./imageFunction.ts";
import type { Statement } from "./policies.ts";
import type { ResultsTable } from "./resultsTable.ts";
import type { WorkQueue } from "./workQueue.ts";

/** What the function runs, reads, writes and waits for. */
export interface InferenceFunctionArgs {
  /** "<repository>@sha256:<digest>" */
  readonly imageUri: pulumi.Input<string>;
  readonly architecture: Architecture;
  readonly settings: FunctionConfig;
  /** What its metrics are told by, see Watched. */
  readonly service: string;
  readonly bucket: ImageBucket;
  readonly table: ResultsTable;
  readonly queue: WorkQueue;
  /** Days until a result may be deleted; never when missing. */
  readonly keepResultsDays?: number;
  readonly logRetentionDays: number;
  /** CodeDeploy moves the alias, see TrafficShift. */
  readonly shifted: boolean;
  readonly boundaryArn?: string;
}

/** The function that classifies, behind an alias: what is under `live` gets the events. */
export class InferenceFunction extends pulumi.ComponentResource {
  public readonly functionName: pulumi.Output<string>;
  public readonly functionArn: pulumi.Output<string>;
  /** The newest, whether it has traffic or not. */
  public readonly version: pulumi.Output<string>;
  public readonly aliasArn: pulumi.Output<string>;
  public readonly logGroupName: pulumi.Output<string>;
  public readonly logGroupArn: pulumi.Output<string>;
  public readonly roleArn: pulumi.Output<string>;

  public constructor(name: string, args: InferenceFunctionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("snaplabel:infra:InferenceFunction", name, {}, opts);
    const child = { parent: this };
    const { settings } = args;
    const { logs, role, func, alias } = imageFunction(
      name,
      {
        settings: {
          imageUri: args.imageUri,
          architectures: [args.architecture],
          memorySize: settings.memoryMegabytes,
          timeout: settings.timeoutSeconds,
          environment: { variables: environment(args) },
          deadLetterConfig: { targetArn: args.queue.deadLetterArn },
          ...(settings.reservedConcurrency ? { reservedConcurrentExecutions: settings.reservedConcurrency } : {}),
        },
        statements: permissions(args),
        logRetentionDays: args.logRetentionDays,
        shifted: args.shifted,
        ...(args.boundaryArn ? { boundaryArn: args.boundaryArn } : {}),
      },
      this,
    );
    if (settings.provisionedConcurrency)
      new lambda.ProvisionedConcurrencyConfig(
        name,
        {
          functionName: func.name,
          qualifier: alias.name,
          provisionedConcurrentExecutions: settings.provisionedConcurrency,
        },
        child,
      );
    new lambda.EventSourceMapping(name, eventSource(alias.arn, args), child);
    this.functionName = func.name;
    this.functionArn = func.arn;
    this.version = func.version;
    this.aliasArn = alias.arn;
    this.logGroupName = logs.name;
    this.logGroupArn = logs.arn;
    this.roleArn = role.arn;
    this.registerOutputs({ functionName: this.functionName, functionArn: this.functionArn, aliasArn: this.aliasArn });
  }
}

function environment({ table, settings, service, keepResultsDays }: InferenceFunctionArgs) {
  return {
    TABLE_NAME: table.tableName,
    POWERTOOLS_SERVICE_NAME: service,
    INFERENCE_THREADS: String(settings.threads),
    ...(keepResultsDays ? { RESULT_KEEP_DAYS: String(keepResultsDays) } : {}),
  };
}

function eventSource(aliasArn: pulumi.Output<string>, { queue, settings }: InferenceFunctionArgs) {
  return {
    functionName: aliasArn,
    eventSourceArn: queue.queueArn,
    batchSize: settings.batchSize,
    maximumBatchingWindowInSeconds: settings.batchWindowSeconds,
    functionResponseTypes: ["ReportBatchItemFailures"],
    scalingConfig: { maximumConcurrency: settings.maximumConcurrency },
  };
}

/** What the handler calls, on the resources that it calls. */
function permissions({ bucket, table, queue }: InferenceFunctionArgs): readonly Statement[] {
  return [
    {
      Sid: "ReadImages",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:GetObjectVersion"],
      Resource: pulumi.interpolate`${bucket.bucketArn}/*`,
    },
    {
      Sid: "KeepResults",
      Effect: "Allow",
      Action: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query"],
      Resource: [table.tableArn, pulumi.interpolate`${table.tableArn}/index/*`],
    },
    {
      Sid: "TakeEvents",
      Effect: "Allow",
      Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ChangeMessageVisibility"],
      Resource: queue.queueArn,
    },
    { Sid: "SetAside", Effect: "Allow", Action: "sqs:SendMessage", Resource: queue.deadLetterArn },
  ];
}
