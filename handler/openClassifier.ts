import type { Classifier } from "./classifyImage.ts";
import { defaultLimits, type ImageLimits } from "./image/limits.ts";
import { openDecoder } from "./image/openDecoder.ts";
import { loadModel } from "./model/loadModel.ts";
import { configureRuntime } from "./model/runtime.ts";

/** What a process decides about its classifier. */
export interface ClassifierOptions {
  /** Path of the model's manifest. */
  readonly manifestPath: string;
  /** Threads of one inference. */
  readonly threads: number;
  readonly limits?: ImageLimits;
  /** Labels of a result, instead of the manifest's. */
  readonly topK?: number;
  /** Where the runtime's WebAssembly files lie; the package's own by default. */
  readonly wasmFolder?: string;
}

/**
 * Opens the classifier of a process: decoder and model start side by side, and both run once, so that the first
 * picture does not pay for code that is compiled on its first use.
 * @throws {ManifestError} when the manifest disagrees with its schema or its model.
 */
export async function openClassifier(options: ClassifierOptions): Promise<Classifier> {
  configureRuntime(options.threads, options.wasmFolder);
  const [model] = await Promise.all([warmModel(options.manifestPath), openDecoder()]);
  const manifest = options.topK ? { ...model.manifest, topK: options.topK } : model.manifest;
  return { model: { ...model, manifest }, limits: options.limits ?? defaultLimits };
}

async function warmModel(manifestPath: string) {
  const model = await loadModel(manifestPath);
  const { width, height } = model.manifest.input;
  await model.run(new Float32Array(width * height * 3));
  return model;
}
