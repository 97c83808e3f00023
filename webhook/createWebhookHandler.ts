import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import { ChangeMessageVisibilityCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { backOff } from "./backOff.ts";
import { type Delivery, deliver } from "./deliver.ts";

/** What stands around the queue of webhooks. */
export interface WebhookPipeline extends Delivery {
  readonly sqs: SQSClient;
  readonly queueUrl: string;
  readonly onUndelivered: (error: Error) => void;
}

/**
 * Makes the Lambda handler behind the queue of webhooks: each message is `{ "id": … }`. One that is not delivered stays
 * in the queue, hidden for longer each time; the queue gives it up after its last attempt.
 */
export function createWebhookHandler(pipeline: WebhookPipeline): (event: SQSEvent) => Promise<SQSBatchResponse> {
  const handleMessage = async (record: SQSRecord): Promise<void> => {
    const { id } = JSON.parse(record.body) as { id: string };
    try {
      await deliver(id, pipeline);
    } catch (error) {
      pipeline.onUndelivered(error as Error);
      await hide(record, pipeline);
      throw error;
    }
  };
  return (event) =>
    processPartialResponse(event, handleMessage, new BatchProcessor(EventType.SQS), { throwOnFullBatchFailure: false });
}

async function hide({ receiptHandle, attributes }: SQSRecord, { sqs, queueUrl }: WebhookPipeline): Promise<void> {
  await sqs.send(
    new ChangeMessageVisibilityCommand({
      QueueUrl: queueUrl,
      ReceiptHandle: receiptHandle,
      VisibilityTimeout: backOff(Number(attributes.ApproximateReceiveCount)),
    }),
  );
}
