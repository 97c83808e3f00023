import type { ModelInput } from "../model/manifest.ts";
import type { Size } from "./size.ts";

/** What a model's input says of its size, and of how a picture becomes it. */
export type InputFrame = Pick<ModelInput, "width" | "height" | "resize">;

/** Where a picture goes: how large it is scaled as a whole, and which part of that the model sees. */
export interface Placement {
  /** Size of the whole scaled picture, in pixels. */
  readonly scaled: Size;
  /** The part of the scaled picture that the model sees. */
  readonly part: Size & { readonly left: number; readonly top: number };
}

/**
 * Works out the resize rule of the manifest for a picture.
 * `shortest-side`: the shorter side becomes `side`, then the centre is cut out, as trained by most ImageNet models.
 * `stretch`: both sides become the input's, whatever the proportions.
 * `letterbox`: the longer side fits, the rest is filled.
 */
export function placement(width: number, height: number, input: InputFrame): Placement {
  const wanted = { width: input.width, height: input.height };
  if (input.resize.rule === "stretch") return { scaled: wanted, part: { left: 0, top: 0, ...wanted } };
  if (input.resize.rule === "letterbox") {
    const scaled = times(width, height, Math.min(wanted.width / width, wanted.height / height));
    return { scaled, part: { left: 0, top: 0, ...scaled } };
  }
  const scaled = times(width, height, input.resize.side / Math.min(width, height));
  return { scaled, part: { ...middle(scaled, wanted), ...wanted } };
}

function times(width: number, height: number, factor: number) {
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

/** Where the smaller of two pictures begins when it lies in the middle of the larger one. */
export function middle(outer: Size, inner: Size) {
  return { left: Math.floor((outer.width - inner.width) / 2), top: Math.floor((outer.height - inner.height) / 2) };
}
