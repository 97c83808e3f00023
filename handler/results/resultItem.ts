import type { Timings } from "../classifyImage.ts";
import type { Prediction } from "../labels/rankLabels.ts";

/** What became of an image. */
export type ResultStatus = "classified" | "rejected" | "failed";

/** What a person says is on an image; stands beside the model's answer. */
export interface Correction {
  readonly label: string;
  /** Who said so: the subject of the token; missing where nobody logs in. */
  readonly by?: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** The model's answer, as it stands in an item; shared by all objects of the same content. */
export interface Answer {
  readonly format: string;
  readonly width: number;
  readonly height: number;
  /** From EXIF, ISO 8601. */
  readonly capturedAt?: string;
  readonly labels: readonly Prediction[];
  readonly abstained: boolean;
  readonly timings: Timings;
}

/** What is known of an image before it is there, and goes on with it afterwards. */
export interface UploadFacts {
  /** Who uploaded it: the subject of the token. */
  readonly owner?: string;
  /** What the uploader calls it. */
  readonly fileName?: string;
  /** There when a webhook waits for the result. */
  readonly notify?: true;
}

/** An item of the results table whose image was announced and is not classified yet. */
export interface PendingItem extends Partial<Omit<ResultItem, "id" | "bucket" | "key" | "status">> {
  /** See imageId. */
  readonly id: string;
  readonly bucket: string;
  readonly key: string;
  readonly status: "pending";
  /** ISO 8601, UTC: when it was announced. */
  readonly createdAt: string;
  /** When DynamoDB may delete the item, seconds since 1970. */
  readonly expiresAt: number;
}

/** What the table holds. */
export type StoredItem = PendingItem | ResultItem;

/** One item of the results table. */
export interface ResultItem extends Partial<Answer>, UploadFacts {
  /** See imageId. */
  readonly id: string;
  readonly bucket: string;
  readonly key: string;
  readonly versionId?: string;
  readonly etag?: string;
  /** Normalized; orders the events of one key. */
  readonly sequencer?: string;
  readonly bytes?: number;
  /** SHA-256 of the bytes, lower-case hex; missing when they were never read. */
  readonly sha256?: string;
  readonly modelName: string;
  readonly modelVersion: string;
  /** SHA-256 of the model file, lower-case hex. */
  readonly modelSha256: string;
  readonly status: ResultStatus;
  /** Why it was rejected or failed: a stable code and a sentence. */
  readonly problem?: { readonly code: string; readonly message: string };
  /** ISO 8601, UTC. */
  readonly createdAt?: string;
  /** ISO 8601, UTC. */
  readonly classifiedAt: string;
  readonly correction?: Correction;
  /** True when the answer was taken from an earlier object with the same bytes. */
  readonly reused?: boolean;
  /** Index byLabel: the best label. */
  readonly topLabel?: string;
  /** Index forReview: there while a person should look. */
  readonly review?: "open";
  /** Index byContent, see contentKey. */
  readonly contentKey?: string;
  /** When DynamoDB may delete the item, seconds since 1970. */
  readonly expiresAt?: number;
}
