/** One label and how sure the model is of it. */
export interface Prediction {
  readonly label: string;
  /** Calibrated probability, 0 to 1, rounded to 6 decimals. */
  readonly score: number;
  /** Place of the label in the model's output. */
  readonly index: number;
}

/**
 * Picks the best labels.
 * @param scores - one probability for each label.
 * @returns the `topK` best, best first; equal scores in the order of the output.
 */
export function rankLabels(scores: Float32Array, labels: readonly string[], topK: number): Prediction[] {
  return bestPlaces(scores, topK).map((index) => ({
    label: labels[index]!,
    score: Math.round(scores[index]! * 1e6) / 1e6,
    index,
  }));
}

/** Keeps the best places while it walks along: sorting all of 1000 scores takes as long as the whole tensor. */
function bestPlaces(scores: Float32Array, count: number): number[] {
  const best: number[] = [];
  for (let index = 0; index < scores.length; index += 1) {
    if (best.length === count && !(scores[index]! > scores[best[count - 1]!]!)) continue;
    let place = Math.min(best.length, count - 1);
    for (; place > 0 && scores[index]! > scores[best[place - 1]!]!; place -= 1) best[place] = best[place - 1]!;
    best[place] = index;
  }
  return best;
}
