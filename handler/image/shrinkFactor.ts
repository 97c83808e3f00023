import type { Size } from "./size.ts";

/**
 * Picks how much smaller a JPEG decoder may make a picture while it reads it.
 * @param picture - size of the upright picture.
 * @param scaled - size that the resize behind it will make of the whole picture.
 * @returns 1, 2, 4 or 8, the steps of JPEG's scaled inverse DCT, so that both sides stay at or above the resize's:
 *   only the antialiased resize may choose what is lost.
 */
export function shrinkFactor(picture: Size, scaled: Size): 1 | 2 | 4 | 8 {
  const keeps = (factor: number) =>
    Math.floor(picture.width / factor) >= scaled.width && Math.floor(picture.height / factor) >= scaled.height;
  return ([8, 4, 2] as const).find(keeps) ?? 1;
}
