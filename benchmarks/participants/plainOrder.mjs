// The plain order, as a reference of the start: import, decoder, session, first photo, one after the other; nothing
// bundled, nothing warmed, no flag set. Usage: node plainOrder.mjs MODEL PHOTO
import { readFile } from "node:fs/promises";
import { Image } from "image-js";
import * as ort from "onnxruntime-web";
import Vips from "wasm-vips";

const [modelPath, photoPath] = process.argv.slice(2);
const vips = await Vips({ dynamicLibraries: [] });
ort.env.wasm.numThreads = 1;
ort.env.wasm.wasmPaths = new URL("./", import.meta.resolve("onnxruntime-web")).href;
const session = await ort.InferenceSession.create(await readFile(modelPath), { executionProviders: ["wasm"] });
const photo = vips.Image.thumbnailBuffer(await readFile(photoPath), 1_000_000, { height: 256 });
const square = photo.crop(Math.floor((photo.width - 224) / 2), 16, 224, 224);
const { data } = new Image(224, 224, { data: square.writeToMemory(), colorModel: "RGB" }).getRawImage();
const tensor = new Float32Array(data.length);
for (let index = 0; index < data.length; index += 1)
  tensor[(index % 3) * 224 * 224 + Math.floor(index / 3)] = (data[index] - 127) / 128;
const { logits } = await session.run({ input: new ort.Tensor("float32", tensor, [1, 3, 224, 224]) });
console.log(logits.data.indexOf(Math.max(...logits.data)));
process.exit();
