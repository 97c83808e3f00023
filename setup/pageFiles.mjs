import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { modelFiles } from "./modelFiles.mjs";
import { packageFiles } from "./packageFiles.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const written = ["index.html", "app.css", "favicon.svg", "blank.svg"];
const runtimes = [
  "onnxruntime-web/dist/ort-wasm-simd-threaded.mjs",
  "onnxruntime-web/dist/ort-wasm-simd-threaded.wasm",
  "wasm-vips/lib/vips-es6.js",
  "wasm-vips/lib/vips.wasm",
  "wasm-vips/lib/vips-heif.wasm",
];

/**
 * Where the files lie that the page takes as they are; bundlePage makes the others.
 * @param {string} [manifest] - of the model that the page can run itself.
 * @returns {Record<string, string>} path in the page → path.
 */
export function pageFiles(manifest = join(root, "model/manifest.json")) {
  return {
    ...Object.fromEntries(written.map((name) => [name, join(root, "web", name)])),
    ...below("here", packageFiles(runtimes)),
    ...below("model", modelFiles(manifest)),
  };
}

function below(folder, files) {
  return Object.fromEntries(Object.entries(files).map(([name, path]) => [`${folder}/${name}`, path]));
}
