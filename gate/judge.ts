import type { Prediction } from "../handler/labels/rankLabels.ts";
import type { Golden, GoldenPhoto } from "./golden.ts";
import type { Content } from "./measureContent.ts";

/** What an image did with one photo. */
export interface Answer {
  readonly photo: GoldenPhoto;
  /** Best first; empty when it was refused. */
  readonly labels: readonly Prediction[];
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

/** One thing that an image must hold. */
export interface Verdict {
  readonly name: string;
  readonly passed: boolean;
  readonly measured: string;
  readonly limit: string;
}

/** Compares what was measured with the limits. */
export function judge({ answers, references, content }: Measured, { limits }: Golden): Verdict[] {
  const top1 = share(answers, isRight);
  const top5 = share(answers, ({ labels, photo }) =>
    labels.slice(0, 5).some(({ label }) => photo.accept.includes(label)),
  );
  const agreement = share(answers, ({ labels, photo }) => labels[0]?.label === photo.expected[0]?.label);
  const difference = Math.max(...answers.map(scoreDifference));
  const latency = median(answers.flatMap(({ latencies }) => latencies)) / median(references);
  const megabytes = content.bytes / 1e6;
  return [
    atLeast("top-1 accuracy", top1, limits.top1Accuracy, percent),
    atLeast("top-5 accuracy", top5, limits.top5Accuracy, percent),
    atLeast("same top-1 as recorded", agreement, limits.agreement, percent),
    atMost("largest change of a score", difference, limits.scoreTolerance, (value) => value.toFixed(4)),
    atMost("latency, of the reference", latency, limits.latencyRatio, (value) => `${value.toFixed(2)} ×`),
    atMost("size of its own files", megabytes, limits.megabytes, (value) => `${value.toFixed(1)} MB`),
    atMost("files of one architecture", content.machineCode.length, 0, String),
  ];
}

/** True when the best label is one of those that a person accepts. */
export function isRight({ labels, photo }: Answer): boolean {
  return labels[0] !== undefined && photo.accept.includes(labels[0].label);
}

/** A recorded label that is not among the answer's has the score 0 there. */
function scoreDifference({ labels, photo }: Answer): number {
  const score = (name: string) => labels.find(({ label }) => label === name)?.score ?? 0;
  return Math.max(0, ...photo.expected.map(({ label, score: expected }) => Math.abs(score(label) - expected)));
}

function share(answers: readonly Answer[], holds: (answer: Answer) => boolean): number {
  return answers.filter(holds).length / answers.length;
}

/** @returns the upper one of the two in the middle; NaN for no values, which passes no limit. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}

function atLeast(name: string, value: number, limit: number, format: (value: number) => string): Verdict {
  return { name, passed: value >= limit, measured: format(value), limit: `≥ ${format(limit)}` };
}

function atMost(name: string, value: number, limit: number, format: (value: number) => string): Verdict {
  return { name, passed: value <= limit, measured: format(value), limit: `≤ ${format(limit)}` };
}
