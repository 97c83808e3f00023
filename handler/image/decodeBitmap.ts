import { decode, Image } from "image-js";
import { RejectedImageError } from "../errors.ts";
import type { DecodedImage } from "./decodedImage.ts";
import type { DecodeOptions } from "./decodeOptions.ts";
import { endsEarly } from "./endsEarly.ts";
import { checkPixelCount } from "./limits.ts";
import { openDecoder } from "./openDecoder.ts";
import { placement } from "./placement.ts";
import { scale } from "./scale.ts";
import { toImage, withPictures } from "./vipsImage.ts";

/**
 * Decodes a Windows bitmap, which libvips cannot, by image-js.
 * Header: https://learn.microsoft.com/windows/win32/api/wingdi/ns-wingdi-bitmapinfoheader (a negative height marks
 * rows from the top down).
 */
export async function decodeBitmap(bytes: Uint8Array, { limits, input }: DecodeOptions): Promise<DecodedImage> {
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 30)
    throw new RejectedImageError("truncated", `bmp: got ${bytes.length} bytes, less than a header`);
  const [width, height] = [header.getInt32(18, true), Math.abs(header.getInt32(22, true))];
  checkPixelCount(width, height, limits);
  if (endsEarly(bytes, "bmp")) throw new RejectedImageError("truncated", "bmp: the file ends early; upload it again");
  const image = await scaled(toRgb(decodePixels(bytes)), input);
  return { image, format: "bmp", width, height };
}

async function scaled(image: Image, input: DecodeOptions["input"]): Promise<Image> {
  const { data, width, height } = image.getRawImage();
  const vips = await openDecoder();
  return withPictures((own) => {
    const whole = own(vips.Image.newFromMemory(data as Uint8Array, width, height, 3, vips.BandFormat.uchar));
    const scaling = { place: placement(width, height, input), filter: input.resize.filter, orientation: 1 };
    return toImage(scale(vips, whole, scaling, own));
  });
}

function decodePixels(bytes: Uint8Array): Image {
  try {
    return decode(bytes);
  } catch (cause) {
    throw new RejectedImageError(
      "unsupported-format",
      `bmp: ${(cause as Error).message}; save it as PNG or as an uncompressed bitmap`,
      { cause },
    );
  }
}

function toRgb(image: Image): Image {
  const eightBits = image.bitDepth === 1 ? image.convertBitDepth(8) : image;
  if (!eightBits.alpha) return eightBits.convertColor("RGB");
  const { data } = eightBits.convertColor("RGBA").getRawImage();
  const rgb = new Uint8Array((data.length / 4) * 3);
  for (let from = 0, to = 0; from < data.length; from += 4) {
    const opacity = data[from + 3]! / 255;
    for (let channel = 0; channel < 3; channel += 1)
      rgb[to++] = Math.round(data[from + channel]! * opacity + 255 * (1 - opacity));
  }
  return new Image(image.width, image.height, { data: rgb, colorModel: "RGB" });
}
