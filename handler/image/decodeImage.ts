import type { RejectedImageError } from "../errors.ts";
import { decodeBitmap } from "./decodeBitmap.ts";
import type { DecodedImage } from "./decodedImage.ts";
import { decodeWithVips } from "./decodeWithVips.ts";
import { checkByteCount, type ImageLimits } from "./limits.ts";
import { sniffFormat } from "./sniffFormat.ts";

/** What a caller of {@link decodeImage} decides. */
export interface DecodeOptions {
  readonly limits: ImageLimits;
  /** What the shorter side will be scaled to, in pixels: a decoder may shrink while it reads, not below this. */
  readonly targetShortSide: number;
}

/**
 * Decodes a file to an upright RGB picture, alpha over white, with the least work that the model's size allows.
 * The header is read and checked first: a refused picture costs no memory for its pixels.
 * @throws {RejectedImageError} with the code that says why, see {@link RejectedImageError}.
 */
export async function decodeImage(bytes: Uint8Array, options: DecodeOptions): Promise<DecodedImage> {
  checkByteCount(bytes.length, options.limits);
  const format = sniffFormat(bytes);
  return format === "bmp" ? decodeBitmap(bytes, options) : decodeWithVips(bytes, format, options);
}
