import type { InferenceSession } from "onnxruntime-web";
import { ManifestError } from "../errors.ts";
import type { Manifest } from "./manifest.ts";

/**
 * Checks a manifest against the model that it describes: names, types and shapes of input and output, label count.
 * @throws {ManifestError} naming the field that disagrees.
 */
export function checkSession(manifest: Manifest, labels: readonly string[], session: InferenceSession): void {
  const { input, output } = manifest;
  if (session.inputMetadata.length !== 1)
    throw new ManifestError("file", `expected a model with 1 input, got ${session.inputNames.join(", ")}`);
  const planar = [1, 3, input.height, input.width];
  const interleaved = [1, input.height, input.width, 3];
  compare(session.inputMetadata, "input", input.name, input.layout === "NCHW" ? planar : interleaved);
  compare(session.outputMetadata, "output", output.name, [1, labels.length], "labels");
}

function compare(
  values: readonly InferenceSession.ValueMetadata[],
  side: "input" | "output",
  name: string,
  expected: readonly number[],
  shapeField: string = side,
): void {
  const value = values.find((candidate) => candidate.name === name);
  if (!value) {
    const names = values.map((candidate) => `"${candidate.name}"`).join(", ");
    throw new ManifestError(`${side}.name`, `expected one of ${names}, which the model has, got "${name}"`);
  }
  if (!value.isTensor || value.type !== "float32")
    throw new ManifestError(
      `${side}.name`,
      `expected a float32 tensor, "${name}" is ${value.isTensor ? value.type : "none"}`,
    );
  // A dimension that the graph leaves open is a name: the manifest decides it.
  const agrees = ({ length }: typeof value.shape, index: number) => length === expected.length && index >= 0;
  const fits =
    agrees(value.shape, 0) &&
    value.shape.every((side, index) => typeof side === "string" || side < 0 || side === expected[index]);
  if (!fits)
    throw new ManifestError(
      shapeField === "labels" ? "labels" : disagreement(value.shape, expected),
      `the manifest says [${expected.join(", ")}], the model's ${side} "${name}" is [${value.shape.join(", ")}]`,
    );
}

/** Names the field of the input that does not fit: a swapped layout first, then the sides. */
function disagreement(shape: readonly (number | string)[], expected: readonly number[]): string {
  const channelsFirst = expected[1] === 3;
  if (shape.length !== 4 || shape[channelsFirst ? 1 : 3] !== 3) return "input.layout";
  const [height, width] = channelsFirst ? [2, 3] : [1, 2];
  return shape[height] === expected[height] && shape[width] !== expected[width] ? "input.width" : "input.height";
}
