// The plain order, as a reference of the function's start: a handler of the same task as one would write it down. It
// imports what the product's handler imports, opens decoder and session one after the other, and warms nothing.
// STEPS takes over single steps of the product: "together" opens both side by side, "flags" sets V8's flags before.
import { readFile } from "node:fs/promises";
import { setFlagsFromString } from "node:v8";
import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics } from "@aws-lambda-powertools/metrics";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { Image } from "image-js";
import * as ort from "onnxruntime-web";
import Vips from "wasm-vips";

export const clients = {
  logger: new Logger(),
  metrics: new Metrics({ namespace: "plain" }),
  s3: new S3Client(),
  documents: DynamoDBDocumentClient.from(new DynamoDBClient()),
};
const steps = process.env.STEPS ?? "";
if (steps.includes("flags"))
  for (const flag of ["--wasm-tiering-budget=60000000", "--wasm-lazy-validation"]) setFlagsFromString(flag);
const opening = Vips({ dynamicLibraries: [] });
if (!steps.includes("together")) await opening;
ort.env.wasm.numThreads = 1;
ort.env.wasm.wasmPaths = process.env.WASM_FOLDER ?? new URL("./", import.meta.resolve("onnxruntime-web")).href;
const model = await readFile("/var/task/model/efficientnet-lite0.onnx");
const session = await ort.InferenceSession.create(model, { executionProviders: ["wasm"] });
const vips = await opening;

export async function handler({ image }) {
  const photo = vips.Image.thumbnailBuffer(Buffer.from(image, "base64"), 1_000_000, { height: 256 });
  const square = photo.crop(Math.floor((photo.width - 224) / 2), 16, 224, 224);
  const { data } = new Image(224, 224, { data: square.writeToMemory(), colorModel: "RGB" }).getRawImage();
  const tensor = new Float32Array(data.length);
  for (let index = 0; index < data.length; index += 1)
    tensor[(index % 3) * 224 * 224 + Math.floor(index / 3)] = (data[index] - 127) / 128;
  const { logits } = await session.run({ input: new ort.Tensor("float32", tensor, [1, 3, 224, 224]) });
  return { best: logits.data.indexOf(Math.max(...logits.data)) };
}
