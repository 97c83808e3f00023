import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { ManifestError } from "../errors.ts";
import { checkManifest } from "./checkManifest.ts";
import { type LoadedModel, openModel } from "./openModel.ts";
import { parseLabels } from "./parseLabels.ts";

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
  return openModel(manifest, bytes, labels);
}

async function readJson(path: URL): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    throw new ManifestError("(the whole file)", `cannot read ${path.pathname}: ${(cause as Error).message}`, { cause });
  }
}

async function readModelFile(path: URL): Promise<Uint8Array<ArrayBuffer>> {
  return readFile(path).catch((cause) => {
    throw new ManifestError("file", `cannot read ${path.pathname}: ${cause.message}`, { cause });
  });
}

async function readLabels(path: URL): Promise<readonly string[]> {
  const text = await readFile(path, "utf8").catch((cause) => {
    throw new ManifestError("labels", `cannot read ${path.pathname}`, { cause });
  });
  return parseLabels(text, path.pathname);
}
