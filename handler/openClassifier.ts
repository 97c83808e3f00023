import type { Classifier } from "./classifyImage.ts";
import { decodeImage } from "./image/decodeImage.ts";
import { defaultLimits, type ImageLimits } from "./image/limits.ts";
import { openDecoder } from "./image/openDecoder.ts";
import { warmUpPhoto } from "./image/warmUpPhoto.ts";
import { loadModel } from "./model/loadModel.ts";
import type { LoadedModel } from "./model/openModel.ts";
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
  /**
   * Runs decoder and model once, so that the first picture does not pay for code that is compiled on its first use.
   * For a process that waits for pictures; one that has its picture already gets its answer sooner without.
   */
  readonly warm?: boolean;
}

/**
 * Opens the classifier of a process; decoder and model start side by side.
 * @throws {ManifestError} when the manifest disagrees with its schema or its model.
 */
export async function openClassifier(options: ClassifierOptions): Promise<Classifier> {
  configureRuntime(options.threads, options.wasmFolder);
  const [model] = await Promise.all([loadModel(options.manifestPath), openDecoder()]);
  const manifest = options.topK ? { ...model.manifest, topK: options.topK } : model.manifest;
  const classifier = { model: { ...model, manifest }, limits: options.limits ?? defaultLimits };
  if (options.warm) await warmUp(model);
  return classifier;
}

async function warmUp({ manifest: { input }, run }: LoadedModel): Promise<void> {
  await decodeImage(warmUpPhoto(), { limits: defaultLimits, input });
  await run(new Float32Array(input.width * input.height * 3));
}
