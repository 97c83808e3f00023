import type { ModelInput } from "../model/manifest.ts";
import type { ImageLimits } from "./limits.ts";

/** What a caller of decodeImage decides. */
export interface DecodeOptions {
  readonly limits: ImageLimits;
  /** The model's input: a decoder reads no more than what its resize rule needs. */
  readonly input: Pick<ModelInput, "width" | "height" | "resize">;
}
