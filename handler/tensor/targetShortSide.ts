import type { ModelInput } from "../model/manifest.ts";

/**
 * Tells how large the shorter side of a picture must stay while it is decoded, in pixels.
 * A letterbox fits the longer side, and a stretch each side by itself: the input's larger side serves both.
 */
export function targetShortSide(input: ModelInput): number {
  return input.resize.rule === "shortest-side" ? input.resize.side : Math.max(input.width, input.height);
}
