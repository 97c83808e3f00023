import type { Golden } from "./golden.ts";
import { type Answered, judgeAnswers } from "./judgeAnswers.ts";
import type { Content } from "./measureContent.ts";
import { atMost, type Verdict } from "./verdict.ts";

/** What an image did with one photo. */
export interface Answer extends Answered {
  /** Milliseconds of each invocation after the first. */
  readonly latencies: readonly number[];
}

/** All that was measured of an image. */
export interface Measured {
  readonly answers: readonly Answer[];
  /** Milliseconds, see measureReference.ts. */
  readonly references: readonly number[];
  readonly content: Content;
}

/** Compares what was measured with the limits. */
export function judge({ answers, references, content }: Measured, { limits }: Golden): Verdict[] {
  const latency = median(answers.flatMap(({ latencies }) => latencies)) / median(references);
  const megabytes = content.bytes / 1e6;
  return [
    ...judgeAnswers(answers, limits),
    atMost("latency, of the reference", latency, limits.latencyRatio, (value) => `${value.toFixed(2)} ×`),
    atMost("size of its own files", megabytes, limits.megabytes, (value) => `${value.toFixed(1)} MB`),
    atMost("files of one architecture", content.machineCode.length, 0, String),
  ];
}

/** @returns the upper one of the two in the middle; NaN for no values, which passes no limit. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
