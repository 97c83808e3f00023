import type { Prediction } from "../handler/labels/rankLabels.ts";

/** A photo, what is on it, and what the model said when it was accepted. */
export interface GoldenPhoto {
  /** Path relative to golden/. */
  readonly file: string;
  /** The model's names for what a person sees on it; each of them is right. */
  readonly accept: readonly string[];
  /** The model's answer, best first, as `npm run gate -- IMAGE --record` wrote it. */
  readonly expected: readonly Pick<Prediction, "label" | "score">[];
}

/** What an image must reach. */
export interface GateLimits {
  /** Least share of photos whose best label is right, 0 to 1. */
  readonly top1Accuracy: number;
  /** Least share of photos with a right label among the five best, 0 to 1. */
  readonly top5Accuracy: number;
  /** Least share of photos whose best label is the recorded one, 0 to 1. */
  readonly agreement: number;
  /** Largest difference from a recorded score. */
  readonly scoreTolerance: number;
  /** Largest median latency of an invocation, as a multiple of the reference in measureReference.ts. */
  readonly latencyRatio: number;
  /** Largest size of the image's own files, uncompressed, in millions of bytes. */
  readonly megabytes: number;
}

/** golden/golden.json: change it together with the model. */
export interface Golden {
  readonly limits: GateLimits;
  readonly photos: readonly GoldenPhoto[];
}
