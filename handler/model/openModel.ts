import * as ort from "onnxruntime-web";
import { ManifestError } from "../errors.ts";
import { checkSession } from "./checkSession.ts";
import type { Manifest } from "./manifest.ts";

const sessionOptions: ort.InferenceSession.SessionOptions = {
  executionProviders: ["wasm"],
  graphOptimizationLevel: "all",
};

/** A model that is ready to run; shared by all calls of a process. */
export interface LoadedModel {
  readonly manifest: Manifest;
  /** One label for each value of the output. */
  readonly labels: readonly string[];
  /**
   * Runs the model once. Calls may overlap: the session is shared.
   * @param tensor - float32 in the manifest's layout, as made by toTensor.
   * @returns one value for each label: logits or probabilities, as the manifest says.
   */
  readonly run: (tensor: Float32Array) => Promise<Float32Array>;
}

/**
 * Opens a model, under Node or in a browser, after checking all of its manifest against it.
 * @param manifest - as checkManifest lets it through.
 * @param bytes - the file that it names.
 * @param labels - one for each value of the output, see parseLabels.
 * @throws {ManifestError} naming the field that is wrong.
 */
export async function openModel(
  manifest: Manifest,
  bytes: Uint8Array<ArrayBuffer>,
  labels: readonly string[],
): Promise<LoadedModel> {
  const session = createSession(bytes, manifest);
  // A wrong hash explains a model that does not load, and so is told instead.
  session.catch(() => undefined);
  // Another thread hashes while this one starts the runtime.
  const digest = hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
  if (digest !== manifest.sha256)
    throw new ManifestError("sha256", `expected ${manifest.sha256}, ${manifest.file} has ${digest}`);
  checkSession(manifest, labels, await session);
  return { manifest, labels, run: runner(await session, manifest) };
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function createSession(bytes: Uint8Array, manifest: Manifest): Promise<ort.InferenceSession> {
  try {
    return await ort.InferenceSession.create(bytes, sessionOptions);
  } catch (cause) {
    throw new ManifestError("file", `${manifest.file} is no model that onnxruntime-web can run: ${cause}`, { cause });
  }
}

function runner(session: ort.InferenceSession, { input, output }: Manifest): LoadedModel["run"] {
  const shape = input.layout === "NCHW" ? [1, 3, input.height, input.width] : [1, input.height, input.width, 3];
  return async (tensor) => {
    const feeds = { [input.name]: new ort.Tensor("float32", tensor, shape) };
    const results = await session.run(feeds, [output.name]);
    return results[output.name]!.data as Float32Array;
  };
}
