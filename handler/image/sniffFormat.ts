import { RejectedImageError } from "../errors.ts";

/** The formats that are decoded. */
export type ImageFormat = "jpeg" | "png" | "webp" | "gif" | "tiff" | "bmp" | "avif" | "heic";

/** A pattern of bytes from `offset` on; `null` stands for any byte. */
interface Signature {
  readonly format: ImageFormat | string;
  readonly offset: number;
  readonly bytes: readonly (number | null)[];
}

const ascii = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0));

const decodable: readonly Signature[] = [
  { format: "jpeg", offset: 0, bytes: [0xff, 0xd8, 0xff] },
  { format: "png", offset: 0, bytes: [0x89, ...ascii("PNG\r\n"), 0x1a, 0x0a] },
  { format: "webp", offset: 0, bytes: [...ascii("RIFF"), null, null, null, null, ...ascii("WEBP")] },
  { format: "gif", offset: 0, bytes: ascii("GIF8") },
  { format: "tiff", offset: 0, bytes: [...ascii("II"), 42, 0] },
  { format: "tiff", offset: 0, bytes: [...ascii("MM"), 0, 42] },
  { format: "tiff", offset: 0, bytes: [...ascii("II"), 43, 0] },
  { format: "tiff", offset: 0, bytes: [...ascii("MM"), 0, 43] },
  { format: "bmp", offset: 0, bytes: [...ascii("BM"), null, null, null, null, 0, 0, 0, 0] },
  { format: "avif", offset: 4, bytes: ascii("ftypavif") },
  { format: "avif", offset: 4, bytes: ascii("ftypavis") },
  ...["heic", "heix", "mif1", "msf1"].map((brand) => ({ format: "heic", offset: 4, bytes: ascii(`ftyp${brand}`) })),
];

/** Pictures all the same, but none that is decoded: they deserve a better answer than "not an image". */
const undecodable: readonly Signature[] = [
  { format: "JPEG XL", offset: 0, bytes: [0xff, 0x0a] },
  { format: "JPEG XL", offset: 4, bytes: ascii("JXL \r\n") },
  { format: "JPEG 2000", offset: 4, bytes: ascii("jP  \r\n") },
  { format: "Photoshop", offset: 0, bytes: ascii("8BPS") },
  { format: "Windows icon", offset: 0, bytes: [0, 0, 1, 0] },
  { format: "OpenEXR", offset: 0, bytes: [0x76, 0x2f, 0x31, 0x01] },
  { format: "SVG", offset: 0, bytes: ascii("<svg") },
  { format: "PDF", offset: 0, bytes: ascii("%PDF") },
];

/**
 * Tells the format from the first bytes; names and content types are not trusted.
 * Signatures: the formats' own specifications, as collected at https://www.garykessler.net/library/file_sigs.html.
 * @throws {RejectedImageError} `empty`, `not-an-image` or `unsupported-format`.
 */
export function sniffFormat(bytes: Uint8Array): ImageFormat {
  if (bytes.length === 0) throw new RejectedImageError("empty", "got 0 bytes; upload the file again");
  const known = decodable.find((signature) => matches(bytes, signature));
  if (known) return known.format as ImageFormat;
  const other = undecodable.find((signature) => matches(bytes, signature));
  const allowed = "expected JPEG, PNG, WebP, GIF, TIFF, BMP, AVIF or HEIC";
  if (other) throw new RejectedImageError("unsupported-format", `${allowed}, got ${other.format}; convert it first`);
  throw new RejectedImageError("not-an-image", `${allowed}, got bytes that begin with ${hex(bytes.subarray(0, 8))}`);
}

function matches(bytes: Uint8Array, { offset, bytes: pattern }: Signature): boolean {
  return pattern.every((byte, index) => byte === null || bytes[offset + index] === byte);
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
}
