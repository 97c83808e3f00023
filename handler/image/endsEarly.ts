import type { ImageFormat } from "./sniffFormat.ts";

/**
 * Tells whether a file that failed to decode lacks its end, by what its format puts there. Only says why, never
 * decides: some writers leave the end mark out, and their pictures decode all the same.
 */
export function endsEarly(bytes: Uint8Array, format: ImageFormat): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (format) {
    case "jpeg":
      return buffer.lastIndexOf(Buffer.of(0xff, 0xd9)) < 0;
    case "png":
      return buffer.lastIndexOf("IEND", undefined, "latin1") < 0;
    case "gif":
      return buffer.at(-1) !== 0x3b;
    case "webp":
      return buffer.length < 12 || buffer.readUInt32LE(4) + 8 > buffer.length;
    case "bmp":
      return buffer.length < 6 || buffer.readUInt32LE(2) > buffer.length;
    case "tiff":
      return directoryLiesBehind(buffer);
    case "avif":
    case "heic":
      return boxesReachBehind(buffer);
  }
}

/** A TIFF begins with the offset of its first directory, which many writers put last (TIFF 6.0, section 2). */
function directoryLiesBehind(buffer: Buffer): boolean {
  if (buffer.length < 8) return true;
  const littleEndian = buffer[0] === 0x49;
  return (littleEndian ? buffer.readUInt32LE(4) : buffer.readUInt32BE(4)) + 2 > buffer.length;
}

/** AVIF and HEIC are rows of boxes that begin with their size; 0 means up to the end (ISO/IEC 14496-12, 4.2). */
function boxesReachBehind(buffer: Buffer): boolean {
  let position = 0;
  while (position + 8 <= buffer.length) {
    const size = buffer.readUInt32BE(position);
    if (size < 8) return false;
    position += size;
  }
  return position !== buffer.length;
}
