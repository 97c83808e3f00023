import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { decodeImage } from "../../handler/image/decodeImage.ts";
import { toTensor } from "../../handler/tensor/toTensor.ts";
import { repositoryPath } from "../paths.ts";
import { sharedClassifier } from "../sharedClassifier.ts";

// Logits of the same model under Python's onnxruntime behind Pillow, as float16: made by tests/reference/make.py.
const reference = JSON.parse(readFileSync(repositoryPath("tests/reference/logits.json"), "utf8")) as Record<
  string,
  string
>;

interface Agreement {
  readonly photo: string;
  readonly sameTop: boolean;
  readonly cosine: number;
}

async function agreements(): Promise<Agreement[]> {
  const { model, limits } = await sharedClassifier();
  const { input } = model.manifest;
  const found: Agreement[] = [];
  for (const [photo, encoded] of Object.entries(reference)) {
    const expected = readHalves(encoded);
    const { image } = await decodeImage(readFileSync(repositoryPath(photo)), { limits, input });
    const logits = await model.run(toTensor(image, input));
    found.push({ photo, sameTop: peak(logits) === peak(expected), cosine: cosine(logits, expected) });
  }
  return found;
}

test("on 50 photos or more, top-1 agrees with Python on 98 % and logits by a median cosine of 0.995", async () => {
  const found = await agreements();
  const agreed = found.filter(({ sameTop }) => sameTop).length / found.length;
  const cosines = found.map(({ cosine }) => cosine).sort((a, b) => a - b);
  const median = cosines[Math.floor(cosines.length / 2)]!;
  const others = found.filter(({ sameTop }) => !sameTop).map(({ photo }) => photo);
  console.log(
    `  ${found.length} photos: top-1 ${(agreed * 100).toFixed(1)} % (${others.join(", ") || "all agree"}), ` +
      `cosine median ${median.toFixed(5)}, least ${cosines[0]!.toFixed(5)}`,
  );
  assert.ok(found.length >= 50);
  assert.ok(agreed >= 0.98);
  assert.ok(median >= 0.995);
});

function cosine(a: Float32Array, b: Float32Array): number {
  const dot = (x: Float32Array, y: Float32Array) => x.reduce((sum, value, index) => sum + value * y[index]!, 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

function peak(values: Float32Array): number {
  return values.indexOf(values.reduce((a, b) => Math.max(a, b)));
}

/** IEEE 754 binary16, little-endian; Node 20 has no Float16Array. */
function readHalves(base64: string): Float32Array {
  const bytes = Buffer.from(base64, "base64");
  return Float32Array.from({ length: bytes.length / 2 }, (_, index) => {
    const bits = bytes.readUInt16LE(index * 2);
    const [sign, exponent, fraction] = [bits & 0x8000 ? -1 : 1, (bits >> 10) & 31, bits & 1023];
    return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
  });
}

test.run();
