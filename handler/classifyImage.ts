import { decodeImage } from "./image/decodeImage.ts";
import type { ImageLimits } from "./image/limits.ts";
import type { ImageFormat } from "./image/sniffFormat.ts";
import { type Prediction, rankLabels } from "./labels/rankLabels.ts";
import { softmax } from "./labels/softmax.ts";
import type { LoadedModel } from "./model/openModel.ts";
import { toTensor } from "./tensor/toTensor.ts";

/** What is needed to classify: a model, and what a picture may cost. */
export interface Classifier {
  readonly model: LoadedModel;
  readonly limits: ImageLimits;
}

/** How long the steps took, in milliseconds. */
export interface Timings {
  readonly decode: number;
  readonly preprocess: number;
  readonly inference: number;
}

/** The model's answer for one picture. */
export interface Classification {
  readonly format: ImageFormat;
  /** Size of the upright picture, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly capturedAt?: string;
  /** The best labels, best first. */
  readonly labels: readonly Prediction[];
  /** True when the best score is below the manifest's threshold: a person should look. */
  readonly abstained: boolean;
  readonly timings: Timings;
}

/**
 * Classifies a picture: bytes → upright RGB → tensor → logits → ranked labels.
 * @throws {RejectedImageError} when the bytes are no picture that can be classified.
 */
export async function classifyImage(bytes: Uint8Array, { model, limits }: Classifier): Promise<Classification> {
  const { input, output, temperature, topK, abstainBelow } = model.manifest;
  const times = [performance.now()];
  const lap = () => times.push(performance.now());
  const { image, ...source } = await decodeImage(bytes, { limits, input });
  lap();
  const tensor = toTensor(image, input);
  lap();
  const values = await model.run(tensor);
  lap();
  const scores = output.kind === "logits" ? softmax(values, temperature) : values;
  const labels = rankLabels(scores, model.labels, topK);
  return { ...source, labels, abstained: (labels[0]?.score ?? 0) < abstainBelow, timings: timings(times) };
}

function timings(times: readonly number[]): Timings {
  const [decode, preprocess, inference] = times.slice(1).map((time, index) => round(time - times[index]!));
  return { decode: decode!, preprocess: preprocess!, inference: inference! };
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
