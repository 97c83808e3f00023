import { readFileSync } from "node:fs";
import type { Image } from "image-js";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { RejectedImageError } from "../../../handler/errors.ts";
import { decodeImage } from "../../../handler/image/decodeImage.ts";
import { defaultLimits } from "../../../handler/image/limits.ts";
import type { Letterbox, ModelInput } from "../../../handler/model/manifest.ts";
import manifest from "../../../model/manifest.json" with { type: "json" };
import { bitmap, madeCat, orientedCat, pngHeader } from "../../madeImages.ts";
import { repositoryPath, sample } from "../../paths.ts";
import { rejection } from "../../rejection.ts";
import { modelInput } from "../modelInput.ts";

const options = { limits: defaultLimits, input: manifest.input as ModelInput };

/** Mean absolute difference of two pictures of one size, on the scale of bytes. */
function difference(a: Image, b: Image): number {
  const [x, y] = [a, b].map((image) => image.getRawImage().data as Uint8Array) as [Uint8Array, Uint8Array];
  assert.is(x.length, y.length);
  return x.reduce((sum, value, index) => sum + Math.abs(value - y[index]!), 0) / x.length;
}

const cat = async () => (await decodeImage(sample("cat.jpg"), options)).image;

const forms: readonly [string, string, () => Promise<Uint8Array>, number][] = [
  ["progressive JPEG", "jpeg", () => madeCat(".jpg", { interlace: true, Q: 95 }), 2],
  [
    "CMYK JPEG with a profile",
    "jpeg",
    () => madeCat(".jpg", { Q: 95 }, (image) => image.iccTransform("cmyk", { input_profile: "srgb" })),
    6,
  ],
  [
    "CMYK JPEG without a profile",
    "jpeg",
    () => madeCat(".jpg", { Q: 95, keep: 0 }, (image) => image.iccTransform("cmyk", { input_profile: "srgb" })),
    6,
  ],
  [
    "JPEG in Display P3",
    "jpeg",
    () => madeCat(".jpg", { Q: 95 }, (image) => image.iccTransform("p3", { input_profile: "srgb" })),
    3,
  ],
  ["PNG", "png", () => madeCat(".png"), 0],
  ["interlaced PNG", "png", () => madeCat(".png", { interlace: true }), 0],
  ["palette PNG", "png", () => madeCat(".png", { palette: true }), 6],
  ["16-bit PNG", "png", () => madeCat(".png", {}, (image) => image.colourspace("rgb16")), 1],
  ["WebP", "webp", () => madeCat(".webp", { Q: 95 }), 3],
  ["GIF", "gif", () => madeCat(".gif"), 6],
  ["LZW TIFF", "tiff", () => madeCat(".tif", { compression: "lzw" }), 0],
  ["AVIF", "avif", () => madeCat(".avif", { Q: 90, effort: 0 }), 3],
];

for (const [name, format, make, tolerance] of forms)
  test(`${name} decodes to the same cat`, async () => {
    const decoded = await decodeImage(await make(), options);
    assert.is(decoded.format, format);
    assert.equal([decoded.width, decoded.height], [451, 300]);
    assert.ok(difference(decoded.image, await cat()) <= tolerance, `${difference(decoded.image, await cat())}`);
  });

test("a grey JPEG becomes RGB with equal channels", async () => {
  const { image } = await decodeImage(await madeCat(".jpg", {}, (picture) => picture.colourspace("b-w")), options);
  const { data } = image.getRawImage();
  assert.is(image.channels, 3);
  assert.equal([data[0], data[1]], [data[1], data[2]]);
});

for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8])
  test(`EXIF orientation ${orientation} comes out upright`, async () => {
    const decoded = await decodeImage(await orientedCat(orientation), options);
    assert.equal([decoded.width, decoded.height], [451, 300]);
    assert.ok(difference(decoded.image, await cat()) < 3);
  });

test("a turned picture that also shrinks comes out upright", async () => {
  const resize: Letterbox = { rule: "letterbox", fill: [0, 0, 0], crop: "none", filter: "bicubic" };
  const small = { ...options, input: modelInput({ width: 150, height: 150, resize }) };
  const { image } = await decodeImage(await orientedCat(6), small);
  assert.equal([image.width, image.height], [150, 100]);
  assert.ok(difference(image, (await decodeImage(sample("cat.jpg"), small)).image) < 4);
});

test("transparent pixels lie over white", async () => {
  const clear = await madeCat(".png", {}, (image) => image.bandjoin(image.extractBand(0).linear([0], [0])));
  const { image } = await decodeImage(clear, options);
  assert.ok(image.getRawImage().data.every((value) => value === 255));
});

test("the time of capture is read from EXIF", async () => {
  const dated = await madeCat(".jpg", {}, (image) => {
    const copy = image.copy();
    copy.setString("exif-ifd2-DateTimeOriginal", "2020:05:06 07:08:09");
    return copy;
  });
  assert.is((await decodeImage(dated, options)).capturedAt, "2020-05-06T07:08:09");
});

test("a bitmap decodes by image-js, rows and colours in place", async () => {
  const { image, format } = await decodeImage(
    bitmap(3, 2, (x, y) => [x * 100, y * 200, 7]),
    { ...options, input: modelInput({ width: 3 }) },
  );
  assert.is(format, "bmp");
  assert.equal([...image.getRawImage().data], [0, 0, 7, 100, 0, 7, 200, 0, 7, 0, 200, 7, 100, 200, 7, 200, 200, 7]);
});

const bad: readonly [string, string, () => Promise<Uint8Array> | Uint8Array][] = [
  ["half a JPEG", "truncated", () => sample("cat.jpg").subarray(0, 19_000)],
  ["half a PNG", "truncated", () => sample("coffee.png").subarray(0, 200_000)],
  ["half a WebP", "truncated", () => sample("dahlia.webp").subarray(0, 15_000)],
  ["half a GIF", "truncated", async () => (await madeCat(".gif")).subarray(0, 20_000)],
  ["half a TIFF", "truncated", async () => (await madeCat(".tif")).subarray(0, 100_000)],
  ["half a bitmap", "truncated", () => bitmap(9, 9, () => [0, 0, 0]).subarray(0, 100)],
  ["a JPEG's first 20 bytes", "truncated", () => sample("cat.jpg").subarray(0, 20)],
  ["a bomb: 57 bytes that say 60,000 × 60,000", "too-many-pixels", () => pngHeader(60_000, 60_000)],
  ["a bitmap that says 100,000 × 100,000", "too-many-pixels", () => bigBitmap()],
  ["a bitmap without width", "zero-sized", () => bitmap(0, 4, () => [0, 0, 0])],
  [
    "an HEIC, whose decoder is patented",
    "unsupported-format",
    () => readFileSync(repositoryPath("tests/fixtures/cat.heic")),
  ],
  ["nothing", "empty", () => new Uint8Array()],
];

for (const [name, code, make] of bad)
  test(`${name} is refused as ${code}`, async () => {
    const error = await rejection(decodeImage(await make(), options));
    assert.instance(error, RejectedImageError);
    assert.is(error.code, code);
  });

test("a file over the limit of bytes is refused before anything is read", async () => {
  const limits = { ...defaultLimits, maxBytes: 100 };
  assert.is((await rejection(decodeImage(sample("cat.jpg"), { ...options, limits }))).code, "too-many-bytes");
});

test("a picture of exactly the most pixels passes, one pixel less in the limit refuses it", async () => {
  const limit = (maxPixels: number) => ({ ...options, limits: { ...defaultLimits, maxPixels } });
  await decodeImage(sample("cat.jpg"), limit(451 * 300));
  assert.is((await rejection(decodeImage(sample("cat.jpg"), limit(451 * 300 - 1)))).code, "too-many-pixels");
});

test("a bomb is refused without memory for its pixels", async () => {
  const before = process.memoryUsage().rss;
  await rejection(decodeImage(pngHeader(60_000, 60_000), options));
  assert.ok(process.memoryUsage().rss - before < 50e6);
});

function bigBitmap(): Uint8Array {
  const file = Buffer.from(bitmap(1, 1, () => [0, 0, 0]));
  file.writeInt32LE(100_000, 18);
  file.writeInt32LE(100_000, 22);
  return file;
}

test.run();
