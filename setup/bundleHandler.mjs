// Bundles the Lambda handler into dist/handler: one file of JavaScript, and beside it only what the runtimes and the
// model need at run time. Usage: node setup/bundleHandler.mjs [--model MANIFEST] [--out FOLDER]
import { readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { copyFiles } from "./copyFiles.mjs";
import { modelFiles } from "./modelFiles.mjs";
import { nodeBundle } from "./nodeBundle.mjs";
import { packageFiles } from "./packageFiles.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));

/** The function of each is `<name>.handler`. */
const entries = {
  index: join(root, "handler/index.ts"),
  api: join(root, "api/index.ts"),
  webhook: join(root, "webhook/index.ts"),
};

const runtimes = [
  "onnxruntime-web/dist/ort-wasm-simd-threaded.mjs",
  "onnxruntime-web/dist/ort-wasm-simd-threaded.wasm",
  // Its threads start from its own file: inside the bundle each of them would start the handler once more.
  "wasm-vips/lib/vips-node.mjs",
  "wasm-vips/lib/vips.wasm",
  "wasm-vips/lib/vips-heif.wasm",
];

/**
 * Bundles the image's handlers, or another entry, with the model that a manifest describes.
 * @param {{ entry?: string, manifest?: string, out?: string }} [options]
 * @returns the folder, and the packages whose code or files it holds, as name@version.
 */
export async function bundleHandler({
  entry,
  manifest = join(root, "model/manifest.json"),
  out = join(root, "dist/handler"),
} = {}) {
  rmSync(out, { recursive: true, force: true });
  const { metafile } = await build({
    ...nodeBundle,
    metafile: true,
    // No shared chunks: each function reads one file, and reads it whole.
    entryPoints: entry ? { index: entry } : entries,
    outdir: out,
    minify: true,
    // Names of classes stand in logs and errors.
    keepNames: true,
    alias: { "wasm-vips": "./vips-node.mjs" },
    external: ["./vips-node.mjs"],
  });
  copyFiles(packageFiles(runtimes), out);
  copyFiles(modelFiles(manifest), join(out, "model"));
  const sources = [...Object.keys(metafile.inputs), ...runtimes.map((file) => `node_modules/${file}`)];
  return { folder: out, packages: [...new Set(sources.filter(isPackaged).map(packageOf))].sort() };
}

const isPackaged = (path) => path.includes("node_modules/");

/** Of a file inside node_modules, however deep: the innermost package. */
function packageOf(path) {
  const [, before, name] = /^(.*node_modules\/)((?:@[^/]+\/)?[^/]+)/.exec(path);
  const { version } = JSON.parse(
    readFileSync(join(root, `${before}${name}`.replace(/^.*?node_modules/, "node_modules"), "package.json"), "utf8"),
  );
  return `${name}@${version}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { model: { type: "string" }, out: { type: "string" } } });
  const options = {
    ...(values.model ? { manifest: resolve(values.model) } : {}),
    ...(values.out ? { out: resolve(values.out) } : {}),
  };
  console.log((await bundleHandler(options)).folder);
}
