import type { Image } from "image-js";
import type { ImageFormat } from "./sniffFormat.ts";

/** A picture ready for the model, and what its file said of it. */
export interface DecodedImage {
  /**
   * The part that the model sees, at the model's scale (see placement): RGB, 8 bits a channel, upright, alpha over
   * white.
   */
  readonly image: Image;
  readonly format: ImageFormat;
  /** Width of the upright picture in the file, in pixels. */
  readonly width: number;
  /** Height of the upright picture in the file, in pixels. */
  readonly height: number;
  /** Time of capture from EXIF DateTimeOriginal, ISO 8601 without a zone where the camera gave none. */
  readonly capturedAt?: string;
}
