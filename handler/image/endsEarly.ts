import type { ImageFormat } from "./sniffFormat.ts";

/**
 * Tells whether a file that failed to decode lacks its end, by what its format puts there. Only says why, never
 * decides: some writers leave the end mark out, and their pictures decode all the same.
 */
export function endsEarly(bytes: Uint8Array, format: ImageFormat): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (format) {
    case "jpeg":
      return !holds(bytes, 0xff, 0xd9);
    case "png":
      return !holds(bytes, 0x49, 0x45, 0x4e, 0x44);
    case "gif":
      return bytes.at(-1) !== 0x3b;
    case "webp":
      return bytes.length < 12 || view.getUint32(4, true) + 8 > bytes.length;
    case "bmp":
      return bytes.length < 6 || view.getUint32(2, true) > bytes.length;
    case "tiff":
      return directoryLiesBehind(view);
    case "avif":
    case "heic":
      return boxesReachBehind(view);
  }
}

function holds(bytes: Uint8Array, first: number, ...others: readonly number[]): boolean {
  for (let start = bytes.indexOf(first); start >= 0; start = bytes.indexOf(first, start + 1))
    if (others.every((byte, index) => bytes[start + 1 + index] === byte)) return true;
  return false;
}

/** A TIFF begins with the offset of its first directory, which many writers put last (TIFF 6.0, section 2). */
function directoryLiesBehind(view: DataView): boolean {
  if (view.byteLength < 8) return true;
  const littleEndian = view.getUint8(0) === 0x49;
  return view.getUint32(4, littleEndian) + 2 > view.byteLength;
}

/** AVIF and HEIC are rows of boxes that begin with their size; 0 means up to the end (ISO/IEC 14496-12, 4.2). */
function boxesReachBehind(view: DataView): boolean {
  let position = 0;
  while (position + 8 <= view.byteLength) {
    const size = view.getUint32(position);
    if (size < 8) return false;
    position += size;
  }
  return position !== view.byteLength;
}
