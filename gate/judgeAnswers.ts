import type { Prediction } from "../handler/labels/rankLabels.ts";
import type { GateLimits, GoldenPhoto } from "./golden.ts";
import { atLeast, atMost, percent, type Verdict } from "./verdict.ts";

/** What a model said of one photo. */
export interface Answered {
  readonly photo: GoldenPhoto;
  /** Best first; empty when it was refused. */
  readonly labels: readonly Prediction[];
}

/** Compares a model's answers with what people see, and with what was recorded when it was accepted. */
export function judgeAnswers(answers: readonly Answered[], limits: GateLimits): Verdict[] {
  const top5 = share(answers, ({ labels, photo }) =>
    labels.slice(0, 5).some(({ label }) => photo.accept.includes(label)),
  );
  const agreement = share(answers, ({ labels, photo }) => labels[0]?.label === photo.expected[0]?.label);
  const difference = Math.max(...answers.map(scoreDifference));
  return [
    atLeast("top-1 accuracy", share(answers, isRight), limits.top1Accuracy, percent),
    atLeast("top-5 accuracy", top5, limits.top5Accuracy, percent),
    atLeast("same top-1 as recorded", agreement, limits.agreement, percent),
    atMost("largest change of a score", difference, limits.scoreTolerance, (value) => value.toFixed(4)),
  ];
}

/** True when the best label is one of those that a person accepts. */
export function isRight({ labels, photo }: Answered): boolean {
  return labels[0] !== undefined && photo.accept.includes(labels[0].label);
}

/** A recorded label that is not among the answer's has the score 0 there. */
function scoreDifference({ labels, photo }: Answered): number {
  const score = (name: string) => labels.find(({ label }) => label === name)?.score ?? 0;
  return Math.max(0, ...photo.expected.map(({ label, score: expected }) => Math.abs(score(label) - expected)));
}

function share(answers: readonly Answered[], holds: (answer: Answered) => boolean): number {
  return answers.filter(holds).length / answers.length;
}
