import type { Decoder } from "./openDecoder.ts";
import type { Placement } from "./placement.ts";
import type { Size } from "./size.ts";
import type { Own, VipsImage } from "./vipsImage.ts";

/** How neighbouring pixels are weighed: Catmull-Rom (Keys with a = -0.5, as Pillow's bicubic), or a triangle. */
export type ResizeFilter = "bicubic" | "bilinear";

/** libvips' names of them when it shrinks, where both are stretched by the scale: every pixel counts. */
const kernels = { bicubic: "cubic", bilinear: "linear" } as const;

/** What is done to a picture. */
export interface Scaling {
  /** In the frame of the upright picture. */
  readonly place: Placement;
  readonly filter: ResizeFilter;
  /** EXIF orientation of the stored picture, 1 to 8 (CIPA DC-008, tag 274); from 5 on it lies on its side. */
  readonly orientation: number;
}

/**
 * Scales a picture with antialiasing, sets it upright and cuts the wanted part out; rows that the part does not need
 * are never computed.
 * @param image - 8 bits a channel, as stored in the file.
 */
export function scale(vips: Decoder, image: VipsImage, { place, filter, orientation }: Scaling, own: Own): VipsImage {
  const { scaled, part } = place;
  const stored = orientation >= 5 ? { width: scaled.height, height: scaled.width } : scaled;
  const small = enlarge(vips, shrink(image, stored, filter, own), stored, filter, own);
  // A turn reads columns, a stream gives rows: the picture, small by now, is kept in memory for it.
  const upright = orientation === 1 ? small : own(own(small.copyMemory()).autorot());
  return own(upright.crop(part.left, part.top, part.width, part.height));
}

function shrink(image: VipsImage, { width, height }: Size, filter: ResizeFilter, own: Own): VipsImage {
  const across = Math.min(1, width / image.width);
  return own(
    image.resize(across, {
      vscale: Math.min(1, height / image.height),
      kernel: kernels[filter],
      // Blocks are averaged first only where the picture stays four times too large behind it: at the default of 2
      // the result moves away from that of one step.
      gap: 4,
    }),
  );
}

/** libvips' own resize enlarges with its picture half a pixel aside, so the displacement is said here. */
function enlarge(vips: Decoder, image: VipsImage, { width, height }: Size, filter: ResizeFilter, own: Own): VipsImage {
  if (image.width === width && image.height === height) return image;
  const interpolate = own(vips.Interpolate.newFromName(filter));
  return own(
    image.affine([width / image.width, 0, 0, height / image.height], {
      interpolate,
      ...{ idx: 0.5, idy: 0.5, odx: -0.5, ody: -0.5 },
      oarea: [0, 0, width, height],
      extend: "copy",
    }),
  );
}
