import { Image } from "image-js";
import { RejectedImageError } from "../errors.ts";
import { captureTime } from "./captureTime.ts";
import type { DecodedImage } from "./decodedImage.ts";
import type { DecodeOptions } from "./decodeImage.ts";
import { endsEarly } from "./endsEarly.ts";
import { checkPixelCount } from "./limits.ts";
import { type Decoder, openDecoder } from "./openDecoder.ts";
import { shrinkFactor } from "./shrinkFactor.ts";
import type { ImageFormat } from "./sniffFormat.ts";
import { toSrgb } from "./toSrgb.ts";

type VipsImage = InstanceType<Decoder["Image"]>;

/** Decodes with libvips: header, limits, then pixels at the smallest size that still serves the model. */
export async function decodeWithVips(
  bytes: Uint8Array,
  format: ImageFormat,
  options: DecodeOptions,
): Promise<DecodedImage> {
  const vips = await openDecoder(format === "avif" || format === "heic" ? "heif" : "common");
  const owned: VipsImage[] = [];
  const own = (image: VipsImage): VipsImage => {
    owned.push(image);
    return image;
  };
  try {
    const header = own(open(vips, bytes, format));
    checkPixelCount(header.width, header.height, options.limits);
    const shrink = shrinkFactor(Math.min(header.width, header.height), options.targetShortSide);
    const image = toImage(pixels(vips, bytes, format, header, shrink, own));
    return { image, format, ...uprightSize(header), ...captured(header) };
  } catch (cause) {
    if (cause instanceof RejectedImageError) throw cause;
    throw rejection(bytes, format, cause);
  } finally {
    for (const image of owned.reverse()) image.delete();
  }
}

/** Reads the header; libvips reads pixels only when somebody asks for them. */
function open(vips: Decoder, bytes: Uint8Array, format: ImageFormat, shrink = 1): VipsImage {
  return vips.Image.newFromBuffer(bytes, format === "jpeg" ? `[shrink=${shrink}]` : "", {
    fail_on: "truncated",
    access: "sequential",
  });
}

/** JPEG shrinks in its inverse DCT; other formats by averaging blocks while their rows stream by. */
function pixels(
  vips: Decoder,
  bytes: Uint8Array,
  format: ImageFormat,
  header: VipsImage,
  shrink: number,
  own: (image: VipsImage) => VipsImage,
): VipsImage {
  const file = format === "jpeg" && shrink > 1 ? own(open(vips, bytes, format, shrink)) : header;
  const rgb = toSrgb(file, own);
  const small = format === "jpeg" || shrink === 1 ? rgb : own(rgb.shrink(shrink, shrink));
  if (orientation(header) === 1) return small;
  // A turn reads columns, a stream gives rows: the picture, small by now, is kept in memory for it.
  return own(own(small.copyMemory()).autorot());
}

function toImage(image: VipsImage): Image {
  return new Image(image.width, image.height, { data: image.writeToMemory() as Uint8Array, colorModel: "RGB" });
}

function orientation(image: VipsImage): number {
  return image.getTypeof("orientation") === 0 ? 1 : image.getInt("orientation");
}

function uprightSize(image: VipsImage): { width: number; height: number } {
  // EXIF orientations 5 to 8 lie on their side (CIPA DC-008, tag 274).
  const lying = orientation(image) >= 5;
  return lying ? { width: image.height, height: image.width } : { width: image.width, height: image.height };
}

function captured(image: VipsImage): { capturedAt?: string } {
  const field = (name: string) => (image.getTypeof(name) === 0 ? undefined : image.getString(name));
  const capturedAt = captureTime(field("exif-ifd2-DateTimeOriginal"), field("exif-ifd2-OffsetTimeOriginal"));
  return capturedAt ? { capturedAt } : {};
}

/** libheif's decoder of HEVC is left out of wasm-vips for its patents: HEIC is recognised, and refused by name. */
const undecodable = /unsupported|not supported|no decoding plugin|codec/i;
const ended = /premature|truncat|insufficient|not enough data|end of (file|stream|image)|eof/i;

function rejection(bytes: Uint8Array, format: ImageFormat, cause: unknown): RejectedImageError {
  const detail = problem(cause);
  if (format === "heic" || undecodable.test(detail))
    return new RejectedImageError(
      "unsupported-format",
      `${format}: this kind of it cannot be decoded (${detail}); save it as JPEG or PNG`,
      { cause },
    );
  const early = endsEarly(bytes, format) || ended.test(detail);
  return new RejectedImageError(
    early ? "truncated" : "corrupt",
    `${format}: the file ${early ? "ends early" : "is damaged"} (${detail}); upload it again`,
    { cause },
  );
}

/** libvips' exceptions carry [C++ type, text] as their message, the text with a line for each layer. */
function problem(cause: unknown): string {
  const message = (cause as { message?: unknown }).message;
  const text = String(Array.isArray(message) ? message.at(-1) : message);
  return text.trim().split("\n").at(-1) ?? text;
}
