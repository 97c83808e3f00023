import type { ObjectReference } from "./events/objectReference.ts";
import type { FetchedObject } from "./objects/fetchObject.ts";
import type { Pipeline } from "./pipeline.ts";
import { getResult } from "./results/getResult.ts";
import { putResult } from "./results/putResult.ts";
import type { ResultItem, StoredItem } from "./results/resultItem.ts";
import { type Outcome, toItem } from "./results/toItem.ts";

/** What was found out about an object. */
export interface Examined {
  /** Missing when it could not be read. */
  readonly fetched: FetchedObject | undefined;
  /** Of its bytes. */
  readonly sha256: string | undefined;
  readonly outcome: Outcome;
}

/** What happened to one object: its result, and whether the table took it (not: a duplicate, or an older event). */
export interface Handled {
  readonly item: ResultItem;
  readonly written: boolean;
}

/**
 * Writes what became of an object, together with what the table knows of the image already. What a person said of it
 * in the meantime is read once more, not lost.
 * @param earlier - what the table held before.
 */
export async function storeOutcome(
  object: ObjectReference,
  examined: Examined,
  earlier: StoredItem | undefined,
  pipeline: Pipeline,
): Promise<Handled> {
  const { documents, tableName, classifier, keepDays, now } = pipeline;
  const { fetched, sha256, outcome } = examined;
  const item = toItem({
    object: identify(object, fetched, earlier),
    manifest: classifier.model.manifest,
    classifiedAt: now(),
    outcome,
    ...(fetched ? { bytes: fetched.bytes.length } : object.size === undefined ? {} : { bytes: object.size }),
    ...(sha256 ? { sha256 } : {}),
    ...(keepDays ? { keepDays } : {}),
    known: known(earlier, fetched),
  });
  const seen = { again: !object.sequencer, correction: earlier?.correction };
  if (await putResult(documents, tableName, item, seen)) return { item, written: true };
  const latest = await getResult(documents, tableName, item.id);
  if (latest?.correction?.at === seen.correction?.at) return { item, written: false };
  return storeOutcome(object, examined, latest, pipeline);
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
