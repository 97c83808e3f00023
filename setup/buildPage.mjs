// Makes the page, with the model that it can run itself, in dist/page. Usage: node setup/buildPage.mjs [--model MANIFEST] [--out FOLDER]
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { copyModel } from "./copyModel.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const files = ["index.html", "app.css", "favicon.svg", "blank.svg"];
const runtimeFiles = [
  "onnxruntime-web/dist/ort-wasm-simd-threaded.mjs",
  "onnxruntime-web/dist/ort-wasm-simd-threaded.wasm",
  "wasm-vips/lib/vips-es6.js",
  "wasm-vips/lib/vips.wasm",
  "wasm-vips/lib/vips-heif.wasm",
];

/**
 * Makes the page.
 * @param {{ manifest?: string, out?: string }} [options]
 * @returns its folder, without settings.json: whoever serves it writes that.
 */
export async function buildPage({ manifest = join(root, "model/manifest.json"), out = join(root, "dist/page") } = {}) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(join(out, "here"), { recursive: true });
  await build({
    entryPoints: { app: join(root, "web/main.tsx"), "here/worker": join(root, "web/here/worker.ts") },
    tsconfig: join(root, "web/tsconfig.json"),
    outdir: out,
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    keepNames: true,
    // The smallest of the runtime's builds; the image library starts its threads from its own file.
    alias: { "onnxruntime-web": "onnxruntime-web/wasm", "wasm-vips": "./vips-es6.js" },
    external: ["./vips-es6.js"],
    logLevel: "error",
  });
  for (const file of files) cpSync(join(root, "web", file), join(out, file));
  for (const file of runtimeFiles) cpSync(join(root, "node_modules", file), join(out, "here", file.split("/").at(-1)));
  copyModel(manifest, join(out, "model"));
  return out;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { model: { type: "string" }, out: { type: "string" } } });
  const chosen = {
    ...(values.model ? { manifest: resolve(values.model) } : {}),
    ...(values.out ? { out: resolve(values.out) } : {}),
  };
  console.log(await buildPage(chosen));
}
