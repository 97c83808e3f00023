import type { ObjectReference } from "../events/objectReference.ts";
import type { Manifest } from "../model/manifest.ts";
import { contentKey } from "./contentKey.ts";
import { imageId } from "./imageId.ts";
import type { Answer, ResultItem, ResultStatus } from "./resultItem.ts";

/** What is known once an object was dealt with. */
export interface Finding {
  readonly object: ObjectReference;
  readonly manifest: Manifest;
  readonly classifiedAt: Date;
  readonly bytes?: number;
  readonly sha256?: string;
  readonly outcome: Outcome;
  /** What the table knew of the image already, and keeps. */
  readonly known?: Partial<ResultItem>;
  /** Days until DynamoDB may delete the item; never when missing. */
  readonly keepDays?: number;
}

/** The answer, or why there is none. */
export type Outcome =
  | { readonly status: "classified"; readonly answer: Answer; readonly reused: boolean }
  | { readonly status: Exclude<ResultStatus, "classified">; readonly code: string; readonly message: string };

/** Writes a finding as an item of the results table; the indexes' attributes only where the index should hold it. */
export function toItem({
  object,
  manifest,
  classifiedAt,
  bytes,
  sha256,
  outcome,
  keepDays,
  known,
}: Finding): ResultItem {
  return {
    ...known,
    id: imageId(object.bucket, object.key),
    ...withoutSize(object),
    ...(bytes === undefined ? {} : { bytes }),
    ...(sha256 ? { sha256 } : {}),
    modelName: manifest.name,
    modelVersion: manifest.version,
    modelSha256: manifest.sha256,
    status: outcome.status,
    classifiedAt: classifiedAt.toISOString(),
    ...(keepDays ? { expiresAt: Math.floor(classifiedAt.getTime() / 1000) + keepDays * 86_400 } : {}),
    ...(outcome.status === "classified" ? answered(outcome, manifest, sha256, known) : refused(outcome)),
  };
}

function withoutSize({ size: _size, ...object }: ObjectReference): Omit<ObjectReference, "size"> {
  return object;
}

function answered(
  { answer, reused }: Extract<Outcome, { status: "classified" }>,
  manifest: Manifest,
  sha256: string | undefined,
  known: Finding["known"],
): Partial<ResultItem> {
  return {
    ...answer,
    reused,
    ...(answer.labels[0] ? { topLabel: answer.labels[0].label } : {}),
    // What a person has decided is not asked again.
    ...(answer.abstained && !known?.correction ? { review: "open" } : {}),
    ...(sha256 ? { contentKey: contentKey(sha256, manifest) } : {}),
  };
}

function refused({ code, message }: Exclude<Outcome, { status: "classified" }>): Partial<ResultItem> {
  return { problem: { code, message } };
}
