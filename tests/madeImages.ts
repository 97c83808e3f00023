import { type Decoder, openDecoder } from "../handler/image/openDecoder.ts";
import { sample } from "./paths.ts";

type VipsImage = InstanceType<Decoder["Image"]>;

/** Re-encodes the cat (451 × 300) in another form; `change` may alter it first. */
export async function madeCat(
  suffix: string,
  options: Record<string, unknown> = {},
  change: (image: VipsImage, vips: Decoder) => VipsImage = (image) => image,
): Promise<Uint8Array> {
  const vips = await openDecoder(suffix === ".avif" ? "heif" : "common");
  const image = vips.Image.newFromBuffer(sample("cat.jpg"));
  return change(image, vips).writeToBuffer(suffix, options);
}

/** The cat as a phone stores it: pixels turned so that EXIF orientation `value` makes it upright again. */
export function orientedCat(value: number): Promise<Uint8Array> {
  return madeCat(".jpg", { Q: 95 }, (image) => {
    const stored = [
      () => image.copy(),
      () => image.flipHor(),
      () => image.rot180(),
      () => image.flipVer(),
      () => image.rot90().flipHor(),
      () => image.rot270(),
      () => image.rot270().flipHor(),
      () => image.rot90(),
    ][value - 1]!().copy();
    stored.setInt("orientation", value);
    return stored;
  });
}

/** A PNG whose header states a size and that holds nothing else: 57 bytes. */
export function pngHeader(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, crc]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", Buffer.alloc(0)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** CRC-32 of PNG chunks (ISO 3309); zlib.crc32 came only with Node 22. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** An uncompressed 24-bit bitmap, rows from the bottom up, each filled up to 4 bytes. */
export function bitmap(
  width: number,
  height: number,
  pixel: (x: number, y: number) => [number, number, number],
): Uint8Array {
  const stride = Math.ceil((width * 3) / 4) * 4;
  const file = Buffer.alloc(54 + stride * height);
  file.write("BM", "latin1");
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  file.writeUInt32LE(stride * height, 34);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [red, green, blue] = pixel(x, y);
      file.set([blue, green, red], 54 + (height - 1 - y) * stride + x * 3);
    }
  return file;
}
