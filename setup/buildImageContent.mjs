// Makes all that the image adds to its base: the Dockerfile's build stage is this program.
// Usage: node setup/buildImageContent.mjs --root FOLDER [--manifest FILE] [--url MODEL_URL --sha256 MODEL_SHA256]
import { chmodSync, lutimesSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { bundleHandler } from "./bundleHandler.mjs";
import { fetchModel } from "./fetchModel.mjs";
import { startBundle } from "./startBundle.mjs";

const text = /** @type {const} */ ({ type: "string", default: "" });
const { values } = parseArgs({
  options: { root: text, url: text, sha256: text, manifest: { type: "string", default: "model/manifest.json" } },
});

try {
  await buildImageContent();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function buildImageContent() {
  const out = join(values.root, "var/task");
  const manifest = readManifest(values.manifest);
  if (values.url || values.sha256) {
    if (values.sha256.toLowerCase() !== manifest.sha256)
      throw new Error(`MODEL_SHA256: ${values.manifest} wants ${manifest.sha256}, got "${values.sha256}"`);
    await fetchModel({ ...values, path: join(dirname(values.manifest), manifest.file) });
  }
  await bundleHandler({ manifest: values.manifest, out });
  startBundle(out);
  makeReproducible(values.root);
}

function readManifest(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new Error(`MANIFEST: expected a manifest inside model/, got "${path}": ${cause.message}`, { cause });
  }
}

/** Layers hold times and modes as well as bytes: all that may differ between two builds is set here. */
function makeReproducible(path) {
  const isFolder = statSync(path).isDirectory();
  if (isFolder) for (const name of readdirSync(path)) makeReproducible(join(path, name));
  // Lambda's user, whoever it is, must be able to read everything.
  chmodSync(path, isFolder ? 0o755 : 0o644);
  lutimesSync(path, 0, 0);
}
