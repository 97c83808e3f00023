/** How neighbouring pixels are weighed. */
export type ResizeFilter = "bicubic" | "bilinear";

/** For each output pixel of one axis, which input pixels count and how much. */
export interface ResampleWeights {
  /** Most input pixels behind one output pixel; the row length of `weights`. */
  readonly taps: number;
  /** First input pixel of each output pixel. */
  readonly starts: Int32Array;
  /** Number of input pixels of each output pixel, at most `taps`. */
  readonly counts: Int32Array;
  /** `taps` weights for each output pixel, summing up to 1. */
  readonly weights: Float64Array;
}

const filters: Record<ResizeFilter, { support: number; weigh: (distance: number) => number }> = {
  bilinear: { support: 1, weigh: (x) => Math.max(0, 1 - Math.abs(x)) },
  bicubic: { support: 2, weigh: (x) => keys(Math.abs(x)) },
};

/** Keys' cubic convolution with a = -0.5, the kernel of Pillow and of antialiased resizes elsewhere. */
function keys(x: number): number {
  if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
  if (x < 2) return ((-0.5 * x + 2.5) * x - 4) * x + 2;
  return 0;
}

/**
 * Computes the weights of an antialiased resize of one axis: when it shrinks, the kernel is stretched by the scale,
 * so that every input pixel counts.
 * @param inputLength - pixels of the input.
 * @param scaledLength - pixels of the whole output.
 * @param first - first output pixel that is wanted (a crop).
 * @param length - number of output pixels that are wanted.
 * Formula: Keys, "Cubic convolution interpolation for digital image processing" (1981); stretch and centres as in
 * Pillow's Resample.c, checked against its pixels by tests/tensor.
 */
export function resampleWeights(
  inputLength: number,
  scaledLength: number,
  first: number,
  length: number,
  filter: ResizeFilter,
): ResampleWeights {
  const { support, weigh } = filters[filter];
  const scale = inputLength / scaledLength;
  const stretch = Math.max(scale, 1);
  const radius = support * stretch;
  const taps = Math.ceil(radius) * 2 + 1;
  const starts = new Int32Array(length);
  const counts = new Int32Array(length);
  const weights = new Float64Array(length * taps);
  for (let index = 0; index < length; index += 1) {
    const center = (first + index + 0.5) * scale;
    const start = Math.max(0, Math.trunc(center - radius + 0.5));
    const end = Math.min(inputLength, Math.trunc(center + radius + 0.5));
    const row = weights.subarray(index * taps, index * taps + end - start);
    for (let tap = 0; tap < row.length; tap += 1) row[tap] = weigh((start + tap - center + 0.5) / stretch);
    const total = row.reduce((sum, weight) => sum + weight, 0);
    for (let tap = 0; tap < row.length; tap += 1) row[tap]! /= total;
    starts[index] = start;
    counts[index] = end - start;
  }
  return { taps, starts, counts, weights };
}
