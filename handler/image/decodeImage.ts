import type { RejectedImageError } from "../errors.ts";
import { decodeBitmap } from "./decodeBitmap.ts";
import type { DecodedImage } from "./decodedImage.ts";
import type { DecodeOptions } from "./decodeOptions.ts";
import { decodeWithVips } from "./decodeWithVips.ts";
import { checkByteCount } from "./limits.ts";
import { sniffFormat } from "./sniffFormat.ts";

/**
 * Decodes a file to the upright RGB picture that the model sees, alpha over white, with the least work.
 * The header is read and checked first: a refused picture costs no memory for its pixels.
 * @throws {RejectedImageError} with the code that says why, see {@link RejectedImageError}.
 */
export async function decodeImage(bytes: Uint8Array, options: DecodeOptions): Promise<DecodedImage> {
  checkByteCount(bytes.length, options.limits);
  const format = sniffFormat(bytes);
  return format === "bmp" ? decodeBitmap(bytes, options) : decodeWithVips(bytes, format, options);
}
