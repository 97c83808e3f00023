/**
 * Picks how much smaller a decoder may make a picture while it reads it.
 * @param shortSide - the shorter side of the picture, in pixels.
 * @param targetShortSide - what the model's resize will scale that side to, in pixels.
 * @returns 1, 2, 4 or 8, the steps of JPEG's scaled inverse DCT, so that the shorter side stays at or above the
 *   target: only the antialiased resize behind it may choose what is lost.
 */
export function shrinkFactor(shortSide: number, targetShortSide: number): 1 | 2 | 4 | 8 {
  for (const factor of [8, 4, 2] as const) if (Math.floor(shortSide / factor) >= targetShortSide) return factor;
  return 1;
}
