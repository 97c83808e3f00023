import { createHash } from "node:crypto";
import type { S3Client } from "@aws-sdk/client-s3";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type Classifier, classifyImage } from "./classifyImage.ts";
import { ClassificationError, RejectedImageError } from "./errors.ts";
import type { ObjectReference } from "./events/objectReference.ts";
import { type FetchedObject, fetchObject } from "./objects/fetchObject.ts";
import { findAnswer } from "./results/findAnswer.ts";
import { getResult } from "./results/getResult.ts";
import { imageId } from "./results/imageId.ts";
import { putResult } from "./results/putResult.ts";
import type { ResultItem, StoredItem } from "./results/resultItem.ts";
import { type Outcome, toItem } from "./results/toItem.ts";

/** Where objects come from, where results go, and what stands between. */
export interface Pipeline {
  readonly classifier: Classifier;
  readonly s3: S3Client;
  readonly documents: DynamoDBDocumentClient;
  readonly tableName: string;
  /** Days until a result may be deleted; never when missing. */
  readonly keepDays?: number;
  /** The clock; a parameter, so that tests decide what time it is. */
  readonly now: () => Date;
}

/** What happened to one object: its result, and whether the table took it (not: a duplicate, or an older event). */
export interface Handled {
  readonly item: ResultItem;
  readonly written: boolean;
}

/**
 * Classifies one object and stores the result: a picture's labels, or why there are none.
 * @throws what another attempt may mend (throttling, a broken connection); nothing is stored then.
 */
export async function classifyObject(object: ObjectReference, pipeline: Pipeline): Promise<Handled> {
  const { documents, tableName, classifier, keepDays, now } = pipeline;
  const earlier = await getResult(documents, tableName, imageId(object.bucket, object.key));
  if (earlier && isResult(earlier) && settles(earlier, object)) return { item: earlier, written: false };
  const { fetched, sha256, outcome } = await examine(object, pipeline);
  const named = identify(object, fetched, earlier);
  const item = toItem({
    object: named,
    manifest: classifier.model.manifest,
    classifiedAt: now(),
    outcome,
    ...(fetched ? { bytes: fetched.bytes.length } : object.size === undefined ? {} : { bytes: object.size }),
    ...(sha256 ? { sha256 } : {}),
    ...(keepDays ? { keepDays } : {}),
    known: known(earlier, fetched),
  });
  return { item, written: await putResult(documents, tableName, item, !object.sequencer) };
}

/** The same event again, or an older one: the picture need not be read. */
function settles(earlier: ResultItem, { sequencer }: ObjectReference): boolean {
  return sequencer !== undefined && earlier.sequencer !== undefined && earlier.sequencer >= sequencer;
}

function isResult(item: StoredItem): item is ResultItem {
  return item.status !== "pending";
}

/** What an image keeps when it is classified anew: whose it is; and what a person said, as long as its bytes are the same. */
function known(earlier: StoredItem | undefined, fetched: FetchedObject | undefined): Partial<ResultItem> {
  if (!earlier) return {};
  const { owner, fileName, notify } = earlier;
  const correction = earlier.etag === fetched?.etag ? earlier.correction : undefined;
  return {
    ...(owner ? { owner } : {}),
    ...(fileName ? { fileName } : {}),
    ...(notify ? { notify } : {}),
    ...(correction ? { correction } : {}),
  };
}

/** A caller's object has no sequencer: it takes over that of the event whose bytes it classifies anew. */
function identify(object: ObjectReference, fetched: FetchedObject | undefined, earlier?: StoredItem): ObjectReference {
  const { bytes: _bytes, ...version } = fetched ?? {};
  const named = { ...version, ...object };
  if (object.sequencer || !earlier?.sequencer || earlier.etag !== fetched?.etag) return named;
  return { ...named, sequencer: earlier.sequencer, ...(earlier.createdAt ? { createdAt: earlier.createdAt } : {}) };
}

async function examine(object: ObjectReference, pipeline: Pipeline) {
  let fetched: FetchedObject | undefined;
  let sha256: string | undefined;
  try {
    fetched = await fetchObject(pipeline.s3, object, pipeline.classifier.limits);
    sha256 = createHash("sha256").update(fetched.bytes).digest("hex");
    return { fetched, sha256, outcome: await answer(fetched.bytes, sha256, pipeline) };
  } catch (error) {
    if (!(error instanceof ClassificationError) || error.retryable) throw error;
    const status = error instanceof RejectedImageError ? "rejected" : "failed";
    return { fetched, sha256, outcome: { status, code: error.code, message: error.message } satisfies Outcome };
  }
}

async function answer(bytes: Uint8Array, sha256: string, pipeline: Pipeline): Promise<Outcome> {
  const { documents, tableName, classifier } = pipeline;
  const known = await findAnswer(documents, tableName, sha256, classifier.model.manifest);
  if (known) return { status: "classified", answer: known, reused: true };
  return { status: "classified", answer: await classifyImage(bytes, classifier), reused: false };
}
