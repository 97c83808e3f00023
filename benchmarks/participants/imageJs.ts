import { readFile } from "node:fs/promises";
import { decode } from "image-js";
import * as ort from "onnxruntime-web";
import { answerRequests } from "./answerRequests.ts";

// onnxruntime-web and image-js alone, as their documentation shows them: full decode, image-js' own resize, the model
// with one Conv node for each depthwise convolution, no flag set.
const [modelPath, wasmFolder] = process.argv.slice(2) as [string, string];
ort.env.wasm.numThreads = 1;
ort.env.wasm.wasmPaths = wasmFolder;
const session = await ort.InferenceSession.create(await readFile(modelPath), { executionProviders: ["wasm"] });

await answerRequests(async (bytes) => {
  const times = [performance.now()];
  const image = decode(bytes).convertColor("RGB");
  times.push(performance.now());
  const scale = 256 / Math.min(image.width, image.height);
  const small = image.resize({
    width: Math.round(image.width * scale),
    height: Math.round(image.height * scale),
    interpolationType: "bicubic",
  });
  const origin = { column: Math.floor((small.width - 224) / 2), row: Math.floor((small.height - 224) / 2) };
  const { data } = small.crop({ origin, width: 224, height: 224 }).getRawImage();
  const tensor = new Float32Array(data.length);
  for (let index = 0; index < data.length; index += 1)
    tensor[(index % 3) * 224 * 224 + Math.floor(index / 3)] = (data[index]! - 127) / 128;
  times.push(performance.now());
  const { logits } = await session.run({ input: new ort.Tensor("float32", tensor, [1, 3, 224, 224]) });
  times.push(performance.now());
  const values = logits!.data as Float32Array;
  const [start, decoded, prepared, inferred] = times as [number, number, number, number];
  return {
    decode: decoded - start,
    preprocess: prepared - decoded,
    inference: inferred - prepared,
    best: values.indexOf(Math.max(...values)),
  };
});
