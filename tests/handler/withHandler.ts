import { CreateBucketCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { createHandler } from "../../handler/createHandler.ts";
import type { Pipeline } from "../../handler/pipeline.ts";
import { getResult } from "../../handler/results/getResult.ts";
import { imageId } from "../../handler/results/imageId.ts";
import { s3Event } from "../events.ts";
import { rememberingReporter, withStack } from "../stack.ts";

type Tools = ReturnType<typeof toolsFor> & { readonly apiEndpoint: string };

/**
 * The handler on the stack's S3 and DynamoDB, but in a bucket of its own, whose objects cause no event of themselves.
 */
export async function withHandler(use: (tools: Tools) => Promise<void>): Promise<void> {
  await withStack(async ({ pipeline, apiEndpoint }) => {
    await pipeline.s3.send(new CreateBucketCommand({ Bucket: "quiet" }));
    await use({ ...toolsFor(pipeline), apiEndpoint });
  });
}

function toolsFor(pipeline: Pipeline) {
  const memory = rememberingReporter();
  const handler = createHandler({ ...pipeline, now: () => new Date("2026-05-04T03:02:01Z") }, memory.report);
  return {
    ...memory,
    handler,
    handlerWith: (changes: Partial<Pipeline>) => createHandler({ ...pipeline, ...changes }, memory.report),
    put: (key: string, body: Uint8Array) =>
      pipeline.s3.send(new PutObjectCommand({ Bucket: "quiet", Key: key, Body: body })),
    result: (key: string) => getResult(pipeline.documents, pipeline.tableName, imageId("quiet", key)),
    pipeline,
  };
}

/** The event of an upload to that bucket. */
export const notify = (key: string, sequencer = "0055AED6DCD90281E5", size = 1024) =>
  s3Event({ bucket: "quiet", key, sequencer, size });
