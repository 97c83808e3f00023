import { ModelOutputError } from "../errors.ts";

/**
 * Turns logits into probabilities.
 * @param logits - one finite number for each class.
 * @param temperature - divides the logits first: below 1 sharpens, above 1 softens the scores; the order stays.
 *   Guo et al., "On Calibration of Modern Neural Networks" (2017).
 * @returns probabilities between 0 and 1 that sum up to 1.
 * @throws {ModelOutputError} when a logit is not finite.
 */
export function softmax(logits: Float32Array, temperature = 1): Float32Array {
  const bad = logits.findIndex((logit) => !Number.isFinite(logit));
  if (bad >= 0) throw new ModelOutputError(bad, logits[bad]!);
  // Shifting by the peak leaves the quotient unchanged and keeps exp() below overflow.
  const peak = logits.reduce((a, b) => Math.max(a, b));
  const weights = logits.map((logit) => Math.exp((logit - peak) / temperature));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
