import { RejectedImageError } from "../errors.ts";
import { captureTime } from "./captureTime.ts";
import type { DecodedImage } from "./decodedImage.ts";
import type { DecodeOptions } from "./decodeOptions.ts";
import { endsEarly } from "./endsEarly.ts";
import { checkPixelCount } from "./limits.ts";
import { type Decoder, openDecoder } from "./openDecoder.ts";
import { placement } from "./placement.ts";
import { scale } from "./scale.ts";
import { shrinkFactor } from "./shrinkFactor.ts";
import type { Size } from "./size.ts";
import type { ImageFormat } from "./sniffFormat.ts";
import { toSrgb } from "./toSrgb.ts";
import { toImage, type VipsImage, withPictures } from "./vipsImage.ts";

type VipsSource = InstanceType<Decoder["Source"]>;

/** Decodes with libvips: header, limits, then pixels, scaled while they stream by. */
export async function decodeWithVips(
  bytes: Uint8Array,
  format: ImageFormat,
  { limits, input }: DecodeOptions,
): Promise<DecodedImage> {
  const vips = await openDecoder(format === "avif" || format === "heic" ? "heif" : "common");
  try {
    return withPictures((own) => {
      // A source, as it is copied to WebAssembly's memory once, however often it is opened.
      const source = own(vips.Source.newFromMemory(bytes));
      const header = own(open(vips, source, format));
      checkPixelCount(header.width, header.height, limits);
      const size = uprightSize(header);
      const place = placement(size.width, size.height, input);
      const shrink = format === "jpeg" ? shrinkFactor(size, place.scaled) : 1;
      // JPEG shrinks in its inverse DCT, which has to be said when the file is opened.
      const file = shrink > 1 ? own(open(vips, source, format, shrink)) : header;
      const picture = scale(
        vips,
        toSrgb(file, own),
        { place, filter: input.resize.filter, orientation: orientation(header) },
        own,
      );
      return { image: toImage(picture), format, ...size, ...captured(header) };
    });
  } catch (cause) {
    if (cause instanceof RejectedImageError) throw cause;
    throw rejection(bytes, format, cause);
  }
}

/** Reads the header; libvips reads pixels only when somebody asks for them. */
function open(vips: Decoder, source: VipsSource, format: ImageFormat, shrink = 1): VipsImage {
  return vips.Image.newFromSource(source, format === "jpeg" ? `[shrink=${shrink}]` : "", {
    fail_on: "truncated",
    access: "sequential",
  });
}

function orientation(image: VipsImage): number {
  return image.getTypeof("orientation") === 0 ? 1 : image.getInt("orientation");
}

function uprightSize(image: VipsImage): Size {
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
