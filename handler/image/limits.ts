import { RejectedImageError } from "../errors.ts";

/** What a picture may cost before it is refused. */
export interface ImageLimits {
  /** Most pixels of a picture (width × height), as its header states them. */
  readonly maxPixels: number;
  /** Most bytes of a file. */
  readonly maxBytes: number;
}

export const defaultLimits: ImageLimits = { maxPixels: 100e6, maxBytes: 50 * 1024 ** 2 };

/** @throws {RejectedImageError} `too-many-bytes`. Called with the stated size before a download, and after it. */
export function checkByteCount(bytes: number, { maxBytes }: ImageLimits): void {
  if (bytes <= maxBytes) return;
  throw new RejectedImageError(
    "too-many-bytes",
    `expected at most ${maxBytes} bytes, got ${bytes}; upload a smaller file or raise MAX_BYTES`,
  );
}

/** @throws {RejectedImageError} `zero-sized` or `too-many-pixels`. Called with the header's figures, before decoding. */
export function checkPixelCount(width: number, height: number, { maxPixels }: ImageLimits): void {
  if (!(width > 0 && height > 0))
    throw new RejectedImageError("zero-sized", `expected at least 1 × 1 pixels, got ${width} × ${height}`);
  if (width * height <= maxPixels) return;
  throw new RejectedImageError(
    "too-many-pixels",
    `expected at most ${maxPixels} pixels, got ${width} × ${height}; upload a smaller picture or raise MAX_PIXELS`,
  );
}
