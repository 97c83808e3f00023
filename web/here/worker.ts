import * as ort from "onnxruntime-web";
import { classifyImage } from "../../handler/classifyImage.ts";
import { RejectedImageError } from "../../handler/errors.ts";
import { defaultLimits } from "../../handler/image/limits.ts";
import { checkManifest } from "../../handler/model/checkManifest.ts";
import { type LoadedModel, openModel } from "../../handler/model/openModel.ts";
import { parseLabels } from "../../handler/model/parseLabels.ts";
import type { HereAnswer, HereQuestion } from "./hereAnswer.ts";

// The steps of the cloud's handler and the files of its model, in a thread of their own: the page stays alive.
ort.env.wasm.numThreads = 1;
ort.env.wasm.wasmPaths = new URL("./", import.meta.url).href;
ort.env.logLevel = "error";

let model: Promise<LoadedModel> | undefined;

addEventListener("message", async ({ data: { id, bytes } }: MessageEvent<HereQuestion>) => {
  postMessage({ id, ...(await answer(bytes)) } satisfies HereAnswer);
});

async function answer(bytes: Uint8Array): Promise<Omit<HereAnswer, "id">> {
  try {
    model ??= loadModel();
    const { labels, abstained } = await classifyImage(bytes, { model: await model, limits: defaultLimits });
    return { labels, abstained, modelSha256: (await model).manifest.sha256 };
  } catch (error) {
    if (error instanceof RejectedImageError) return { problem: { code: error.code, message: error.message } };
    // A model that could not be fetched may come the next time.
    model = undefined;
    return { problem: { code: "not-here", message: `this browser cannot run the model: ${(error as Error).message}` } };
  }
}

async function loadModel(): Promise<LoadedModel> {
  const manifest = checkManifest(await (await fetchFile("manifest.json")).json());
  const [bytes, labels] = await Promise.all([
    fetchFile(manifest.file).then((response) => response.bytes()),
    fetchFile(manifest.labels).then((response) => response.text()),
  ]);
  return openModel(manifest, bytes, parseLabels(labels, manifest.labels));
}

async function fetchFile(name: string): Promise<Response> {
  const response = await fetch(new URL(`../model/${name}`, import.meta.url));
  if (!response.ok) throw new Error(`model/${name}: ${response.status}`);
  return response;
}
