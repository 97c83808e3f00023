import { subtle } from "node:crypto";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import * as ort from "onnxruntime-web";
import { ManifestError } from "../errors.ts";
import { checkManifest } from "./checkManifest.ts";
import { checkSession } from "./checkSession.ts";
import type { Manifest } from "./manifest.ts";
import { readLabels } from "./readLabels.ts";

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
 * Loads the model that a manifest describes, after checking all of the manifest against it. configureRuntime first.
 * @param manifestPath - path of the manifest; the files it names lie relative to it.
 * @throws {ManifestError} naming the field that is wrong.
 */
export async function loadModel(manifestPath: string): Promise<LoadedModel> {
  const base = pathToFileURL(manifestPath);
  const manifest = checkManifest(await readJson(base));
  const [bytes, labels] = await Promise.all([
    readModelFile(new URL(manifest.file, base)),
    readLabels(new URL(manifest.labels, base)),
  ]);
  const session = createSession(bytes, manifest);
  // A wrong hash explains a model that does not load, and so is told instead.
  session.catch(() => undefined);
  // Another thread hashes while this one starts the runtime.
  const digest = Buffer.from(await subtle.digest("SHA-256", bytes)).toString("hex");
  if (digest !== manifest.sha256)
    throw new ManifestError("sha256", `expected ${manifest.sha256}, ${manifest.file} has ${digest}`);
  checkSession(manifest, labels, await session);
  return { manifest, labels, run: runner(await session, manifest) };
}

async function readJson(path: URL): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    throw new ManifestError("(the whole file)", `cannot read ${path.pathname}: ${(cause as Error).message}`, { cause });
  }
}

async function readModelFile(path: URL): Promise<Uint8Array> {
  return readFile(path).catch((cause) => {
    throw new ManifestError("file", `cannot read ${path.pathname}: ${cause.message}`, { cause });
  });
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
