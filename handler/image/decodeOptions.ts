import type { ImageLimits } from "./limits.ts";
import type { InputFrame } from "./placement.ts";

/** What a caller of decodeImage decides. */
export interface DecodeOptions {
  readonly limits: ImageLimits;
  /** The model's input: a decoder reads no more than what its resize rule needs. */
  readonly input: InputFrame;
}
