import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { type Classification, classifyImage } from "./classifyImage.ts";
import { classifyObject } from "./classifyObject.ts";
import { RejectedImageError } from "./errors.ts";
import type { ObjectReference } from "./events/objectReference.ts";
import { readDirectInvoke } from "./events/readDirectInvoke.ts";
import { readObjects } from "./events/readObjects.ts";
import type { Pipeline } from "./pipeline.ts";
import type { ResultItem } from "./results/resultItem.ts";
import type { Handled } from "./storeOutcome.ts";

/** What an invocation answers: nothing to S3 and EventBridge, failed messages to SQS, the result to a caller. */
export type Answer =
  | undefined
  | SQSBatchResponse
  | ResultItem
  | Classification
  | { readonly status: "rejected"; readonly code: string; readonly message: string };

export type Handler = (event: unknown, context?: Context) => Promise<Answer>;

/** What the handler tells of its work. */
export interface Reporter {
  readonly result: (handled: Handled) => void;
  /** An object that another attempt may mend. */
  readonly retry: (error: Error, about: unknown) => void;
}

/**
 * Makes the Lambda handler. It takes S3 notifications, S3 notifications inside SQS (answered record by record),
 * S3 events of EventBridge, and direct invokes.
 */
export function createHandler(pipeline: Pipeline, report: Reporter): Handler {
  const handleAll = async (objects: readonly ObjectReference[]): Promise<void> => {
    const failures: unknown[] = [];
    // One after the other: an inference keeps a processor busy by itself. Each one gets its turn, whatever
    // happened to the others; what went well before a retry is found in the table then.
    for (const object of objects) {
      try {
        report.result(await classifyObject(object, pipeline));
      } catch (error) {
        report.retry(error as Error, object);
        failures.push(error);
      }
    }
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} of ${objects.length} objects failed`);
  };
  return async (event, context) => {
    if (isSqsEvent(event)) return handleQueue(event, context, handleAll);
    const direct = readDirectInvoke(event);
    if (!direct) {
      await handleAll(readObjects(event));
      return undefined;
    }
    if ("bytes" in direct) return classifyBytes(direct.bytes, pipeline);
    const handled = await classifyObject(direct.object, pipeline);
    report.result(handled);
    return handled.item;
  };
}

function isSqsEvent(event: unknown): event is SQSEvent {
  const records = (event as Partial<SQSEvent> | null)?.Records;
  return Array.isArray(records) && records.length > 0 && records.every(({ eventSource }) => eventSource === "aws:sqs");
}

/** Only the messages that failed come back to the queue. */
function handleQueue(
  event: SQSEvent,
  context: Context | undefined,
  handleAll: (objects: readonly ObjectReference[]) => Promise<void>,
): Promise<SQSBatchResponse> {
  const handleMessage = (record: SQSRecord) => handleAll(readObjects(parse(record.body)));
  return processPartialResponse(event, handleMessage, new BatchProcessor(EventType.SQS), {
    ...(context ? { context } : {}),
    processInParallel: false,
    throwOnFullBatchFailure: false,
  });
}

/** A body that is no JSON is an unknown event like others: it ends in the dead-letter queue, where it can be read. */
function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

async function classifyBytes(bytes: Uint8Array, { classifier }: Pipeline): Promise<Answer> {
  try {
    return await classifyImage(bytes, classifier);
  } catch (error) {
    if (!(error instanceof RejectedImageError)) throw error;
    return { status: "rejected", code: error.code, message: error.message };
  }
}
