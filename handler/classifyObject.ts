import { createHash } from "node:crypto";
import { classifyImage } from "./classifyImage.ts";
import { ClassificationError, RejectedImageError } from "./errors.ts";
import type { ObjectReference } from "./events/objectReference.ts";
import { type FetchedObject, fetchObject } from "./objects/fetchObject.ts";
import type { Pipeline } from "./pipeline.ts";
import { findAnswer } from "./results/findAnswer.ts";
import { getResult } from "./results/getResult.ts";
import { imageId } from "./results/imageId.ts";
import type { ResultItem, StoredItem } from "./results/resultItem.ts";
import type { Outcome } from "./results/toItem.ts";
import { type Examined, type Handled, storeOutcome } from "./storeOutcome.ts";

/**
 * Classifies one object and stores the result: a picture's labels, or why there are none.
 * @throws what another attempt may mend (throttling, a broken connection); nothing is stored then.
 */
export async function classifyObject(object: ObjectReference, pipeline: Pipeline): Promise<Handled> {
  const { documents, tableName } = pipeline;
  const earlier = await getResult(documents, tableName, imageId(object.bucket, object.key));
  if (earlier && isResult(earlier) && settles(earlier, object)) return { item: earlier, written: false };
  return storeOutcome(object, await examine(object, pipeline), earlier, pipeline);
}

/** The same event again, or an older one: the picture need not be read. */
function settles(earlier: ResultItem, { sequencer }: ObjectReference): boolean {
  return sequencer !== undefined && earlier.sequencer !== undefined && earlier.sequencer >= sequencer;
}

function isResult(item: StoredItem): item is ResultItem {
  return item.status !== "pending";
}

async function examine(object: ObjectReference, pipeline: Pipeline): Promise<Examined> {
  let fetched: FetchedObject | undefined;
  let sha256: string | undefined;
  try {
    fetched = await fetchObject(pipeline.s3, object, pipeline.classifier.limits);
    sha256 = createHash("sha256").update(fetched.bytes).digest("hex");
    return { fetched, sha256, outcome: await answer(fetched.bytes, sha256, pipeline) };
  } catch (error) {
    if (!(error instanceof ClassificationError) || error.retryable) throw error;
    const status = error instanceof RejectedImageError ? "rejected" : "failed";
    return { fetched, sha256, outcome: { status, code: error.code, message: error.message } };
  }
}

async function answer(bytes: Uint8Array, sha256: string, pipeline: Pipeline): Promise<Outcome> {
  const { documents, tableName, classifier } = pipeline;
  const known = await findAnswer(documents, tableName, sha256, classifier.model.manifest);
  if (known) return { status: "classified", answer: known, reused: true };
  return { status: "classified", answer: await classifyImage(bytes, classifier), reused: false };
}
