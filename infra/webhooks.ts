import * as lambda from "@pulumi/aws/lambda/index.js";
import * as sqs from "@pulumi/aws/sqs/index.js";
import * as pulumi from "@pulumi/pulumi";
import type { Architecture } from "./config/stackConfig.ts";
import { imageFunction } from "./imageFunction.ts";
import { denyPlainHttp, policyDocument, type Statement } from "./policies.ts";
import type { ResultsTable } from "./resultsTable.ts";
import { webhookPipe } from "./webhookPipe.ts";
import { WorkQueue } from "./workQueue.ts";

/** Ten seconds for each of five receivers, and some for the rest. */
const [timeoutSeconds, batchSize] = [60, 5];
/** The last attempt is about two hours after the first, see webhook/backOff.ts. */
const attempts = 9;
const memoryMegabytes = 512;

/** What webhooks are sent from. */
export interface WebhooksArgs {
  readonly imageUri: pulumi.Input<string>;
  readonly architecture: Architecture;
  /** With a stream. */
  readonly table: ResultsTable;
  readonly accountId: pulumi.Input<string>;
  readonly logRetentionDays: number;
  readonly boundaryArn?: string;
}

/** Sends results to whoever asked for them: table's stream → pipe → queue → function; nothing is lost in between. */
export class Webhooks extends pulumi.ComponentResource {
  public readonly functionName: pulumi.Output<string>;
  public readonly logGroupArn: pulumi.Output<string>;
  public readonly deadLetterName: pulumi.Output<string>;

  public constructor(name: string, args: WebhooksArgs, opts?: pulumi.ComponentResourceOptions) {
    super("snaplabel:infra:Webhooks", name, {}, opts);
    const child = { parent: this };
    const queue = new WorkQueue(name, { functionTimeoutSeconds: timeoutSeconds, maxReceiveCount: attempts }, child);
    const policy = policyDocument(denyPlainHttp("sqs:SendMessage", queue.queueArn));
    new sqs.QueuePolicy(name, { queueUrl: queue.queueUrl, policy }, child);
    webhookPipe(name, { ...args, queue }, this);
    const { logs, func, alias } = imageFunction(
      name,
      {
        settings: {
          imageUri: args.imageUri,
          imageConfig: { commands: ["webhook.handler"] },
          architectures: [args.architecture],
          memorySize: memoryMegabytes,
          timeout: timeoutSeconds,
          environment: { variables: { TABLE_NAME: args.table.tableName, QUEUE_URL: queue.queueUrl } },
        },
        statements: permissions(args.table, queue),
        logRetentionDays: args.logRetentionDays,
        shifted: false,
        ...(args.boundaryArn ? { boundaryArn: args.boundaryArn } : {}),
      },
      this,
    );
    new lambda.EventSourceMapping(
      name,
      {
        functionName: alias.arn,
        eventSourceArn: queue.queueArn,
        batchSize,
        functionResponseTypes: ["ReportBatchItemFailures"],
        scalingConfig: { maximumConcurrency: 2 },
      },
      child,
    );
    this.functionName = func.name;
    this.logGroupArn = logs.arn;
    this.deadLetterName = queue.deadLetterName;
    this.registerOutputs({ functionName: this.functionName });
  }
}

function permissions(table: ResultsTable, queue: WorkQueue): readonly Statement[] {
  return [
    { Sid: "ReadResults", Effect: "Allow", Action: "dynamodb:GetItem", Resource: table.tableArn },
    {
      Sid: "TakeMessages",
      Effect: "Allow",
      Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ChangeMessageVisibility"],
      Resource: queue.queueArn,
    },
  ];
}
