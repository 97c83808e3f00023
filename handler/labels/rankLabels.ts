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
  const order = Array.from(scores.keys()).sort((a, b) => scores[b]! - scores[a]! || a - b);
  return order.slice(0, topK).map((index) => ({
    label: labels[index]!,
    score: Math.round(scores[index]! * 1e6) / 1e6,
    index,
  }));
}
