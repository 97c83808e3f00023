import type { Placement } from "./placement.ts";
import { type ResampleWeights, type ResizeFilter, resampleWeights } from "./resampleWeights.ts";

/** RGB pixels, interleaved, 8 bits a channel. */
export interface RgbPixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Scales a picture with antialiasing and cuts the wanted part out; only that part is computed.
 * @param pixels - RGB, 8 bits a channel, upright.
 * @param placement - size of the whole scaled picture and the part of it that is wanted.
 * @returns the part, RGB, 8 bits a channel; rounded after each axis, as Pillow does, so that both agree to the bit
 *   in nearly every pixel.
 */
export function resample(pixels: RgbPixels, placement: Placement, filter: ResizeFilter): RgbPixels {
  const { scaled, part } = placement;
  const across = resampleWeights(pixels.width, scaled.width, part.left, part.width, filter);
  const down = resampleWeights(pixels.height, scaled.height, part.top, part.height, filter);
  const firstRow = down.starts[0]!;
  const rows = down.starts[part.height - 1]! + down.counts[part.height - 1]! - firstRow;
  const narrow = scaleRows(pixels, across, firstRow, rows, part.width);
  return {
    data: scaleColumns(narrow, down, firstRow, part.width, part.height),
    width: part.width,
    height: part.height,
  };
}

function scaleRows(pixels: RgbPixels, axis: ResampleWeights, firstRow: number, rows: number, width: number) {
  const { data } = pixels;
  const { taps, starts, counts, weights } = axis;
  const out = new Uint8ClampedArray(rows * width * 3);
  for (let row = 0, to = 0; row < rows; row += 1) {
    const rowStart = (firstRow + row) * pixels.width * 3;
    for (let x = 0; x < width; x += 1, to += 3) {
      let red = 0;
      let green = 0;
      let blue = 0;
      let from = rowStart + starts[x]! * 3;
      const end = x * taps + counts[x]!;
      for (let tap = x * taps; tap < end; tap += 1, from += 3) {
        const weight = weights[tap]!;
        red += data[from]! * weight;
        green += data[from + 1]! * weight;
        blue += data[from + 2]! * weight;
      }
      // Written out for each channel: this loop sees every pixel, and an inner one over channels takes twice the time.
      out[to] = red;
      out[to + 1] = green;
      out[to + 2] = blue;
    }
  }
  return out;
}

function scaleColumns(rows: Uint8ClampedArray, axis: ResampleWeights, firstRow: number, width: number, height: number) {
  const { taps, starts, counts, weights } = axis;
  const stride = width * 3;
  const sums = new Float64Array(stride);
  const out = new Uint8ClampedArray(height * stride);
  for (let y = 0; y < height; y += 1) {
    sums.fill(0);
    for (let tap = 0; tap < counts[y]!; tap += 1) {
      const weight = weights[y * taps + tap]!;
      const from = (starts[y]! + tap - firstRow) * stride;
      for (let index = 0; index < stride; index += 1) sums[index]! += rows[from + index]! * weight;
    }
    out.set(sums, y * stride);
  }
  return new Uint8Array(out.buffer);
}
