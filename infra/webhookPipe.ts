import * as pipes from "@pulumi/aws/pipes/index.js";
import type * as pulumi from "@pulumi/pulumi";
import type { Statement } from "./policies.ts";
import type { ResultsTable } from "./resultsTable.ts";
import { serviceRole } from "./serviceRole.ts";
import type { WorkQueue } from "./workQueue.ts";

/** From where to where. */
export interface WebhookPipeArgs {
  /** With a stream. */
  readonly table: ResultsTable;
  readonly queue: WorkQueue;
  readonly accountId: pulumi.Input<string>;
  readonly boundaryArn?: string;
}

/** Of all changes only those count by which a result that somebody waits for is there. */
const awaited = {
  eventName: ["MODIFY"],
  dynamodb: {
    OldImage: { status: { S: ["pending"] } },
    NewImage: { status: { S: [{ "anything-but": ["pending"] }] }, notify: { BOOL: [true] } },
  },
};

/** Passes each awaited result of the table's stream on to the queue, by its key alone. */
export function webhookPipe(
  name: string,
  { table: { streamArn }, queue, accountId, boundaryArn }: WebhookPipeArgs,
  parent: pulumi.Resource,
): void {
  const { role, policy } = serviceRole(
    `${name}-pipe`,
    {
      ...{ service: "pipes.amazonaws.com", accountId, statements: pipePermissions(streamArn, queue) },
      ...(boundaryArn ? { boundaryArn } : {}),
    },
    parent,
  );
  new pipes.Pipe(
    name,
    {
      roleArn: role.arn,
      source: streamArn,
      sourceParameters: {
        filterCriteria: { filters: [{ pattern: JSON.stringify(awaited) }] },
        dynamodbStreamParameters: {
          startingPosition: "LATEST",
          maximumRetryAttempts: 20,
          onPartialBatchItemFailure: "AUTOMATIC_BISECT",
          deadLetterConfig: { arn: queue.deadLetterArn },
        },
      },
      target: queue.queueArn,
      targetParameters: { inputTemplate: '{"id": <$.dynamodb.Keys.id.S>}' },
    },
    { parent, dependsOn: policy },
  );
}

/** Form: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html */
function pipePermissions(streamArn: pulumi.Output<string>, queue: WorkQueue): readonly Statement[] {
  return [
    {
      Sid: "ReadStream",
      Effect: "Allow",
      Action: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
      Resource: streamArn,
    },
    { Sid: "FindStreams", Effect: "Allow", Action: "dynamodb:ListStreams", Resource: "*" },
    { Sid: "PassOn", Effect: "Allow", Action: "sqs:SendMessage", Resource: [queue.queueArn, queue.deadLetterArn] },
  ];
}
