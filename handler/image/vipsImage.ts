import { Image } from "image-js";
import type { Decoder } from "./openDecoder.ts";

/** A picture of libvips: a recipe whose pixels are computed when somebody reads them. */
export type VipsImage = InstanceType<Decoder["Image"]>;

/** Takes charge of a picture or a part of its recipe, to free it when the work is done; returns it. */
export type Own = <Thing extends Deletable>(thing: Thing) => Thing;

interface Deletable {
  readonly delete: () => void;
}

/**
 * Runs `work` and then frees all that it owned, newest first: WebAssembly's memory has no garbage collector.
 */
export function withPictures<Result>(work: (own: Own) => Result): Result {
  const owned: Deletable[] = [];
  try {
    return work((thing) => {
      owned.push(thing);
      return thing;
    });
  } finally {
    for (const thing of owned.reverse()) thing.delete();
  }
}

/** Computes the pixels of an RGB picture and hands them over. */
export function toImage(image: VipsImage): Image {
  return new Image(image.width, image.height, { data: image.writeToMemory() as Uint8Array, colorModel: "RGB" });
}
