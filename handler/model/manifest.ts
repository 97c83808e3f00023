// Made from model/manifest.schema.json by `npm run build:types`; change the schema, not this file.

/**
 * Kernel of the resize.
 */
export type Filter = "bicubic" | "bilinear";
/**
 * Colour of the bars, 0 to 255, in the order of channelOrder.
 *
 * @minItems 3
 * @maxItems 3
 */
export type Channels = [number, number, number];
/**
 * Subtracted from each byte (0 to 255), in the order of channelOrder.
 *
 * @minItems 3
 * @maxItems 3
 */
export type Channels1 = [number, number, number];
/**
 * Divides each byte after the mean is subtracted, in the order of channelOrder; not 0.
 *
 * @minItems 3
 * @maxItems 3
 */
export type Divisors = [number, number, number];

/**
 * All that snaplabel has to know of a model. Another model means another manifest, and no other change.
 */
export interface Manifest {
  /**
   * Where this schema stands, for editors.
   */
  $schema?: string;
  /**
   * Short name of the model; stands in every result.
   */
  name: string;
  /**
   * Version of the weights and of this manifest together (semver); stands in every result. Raise it with any change: results of an equal name and version are reused.
   */
  version: string;
  /**
   * The ONNX file, relative to the manifest.
   */
  file: string;
  /**
   * SHA-256 of the ONNX file, in lower-case hex.
   */
  sha256: string;
  /**
   * Where the weights come from.
   */
  source: string;
  /**
   * SPDX expression of the weights' licence.
   */
  licence: string;
  input: ModelInput;
  output: {
    /**
     * Name of the graph's output, shape [1, labels].
     */
    name: string;
    /**
     * Logits go through a softmax; probabilities are taken as they are.
     */
    kind: "logits" | "probabilities";
  };
  /**
   * Text file relative to the manifest: one label a line, in the order of the output.
   */
  labels: string;
  /**
   * Logits are divided by it before the softmax; fitted on held-out pictures. 1 where nothing was fitted, and for probabilities.
   */
  temperature: number;
  /**
   * A best score below it sends the picture to the review queue.
   */
  abstainBelow: number;
  /**
   * How many labels a result holds.
   */
  topK: number;
}
export interface ModelInput {
  /**
   * Name of the graph's input.
   */
  name: string;
  /**
   * NCHW: shape [1, 3, height, width]. NHWC: [1, height, width, 3].
   */
  layout: "NCHW" | "NHWC";
  /**
   * Width of the input, in pixels.
   */
  width: number;
  /**
   * Height of the input, in pixels.
   */
  height: number;
  /**
   * How a picture becomes the input's size. Always antialiased.
   */
  resize: ShortestSide | Stretch | Letterbox;
  mean: Channels1;
  scale: Divisors;
  channelOrder: "RGB" | "BGR";
}
/**
 * The shorter side becomes `side`, then the centre is cut out.
 */
export interface ShortestSide {
  rule: "shortest-side";
  /**
   * Length of the shorter side before the crop, in pixels; at least the input's width and height.
   */
  side: number;
  crop: "center";
  filter: Filter;
}
/**
 * Both sides become the input's, whatever the proportions.
 */
export interface Stretch {
  rule: "stretch";
  crop: "none";
  filter: Filter;
}
/**
 * The longer side fits, the rest is filled.
 */
export interface Letterbox {
  rule: "letterbox";
  fill: Channels;
  crop: "none";
  filter: Filter;
}
