import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

/**
 * How the page's scripts are bundled, as options of esbuild.
 * @param {string} outdir - gets app.js and here/worker.js.
 */
export const pageBundle = (outdir) =>
  /** @type {const} */ ({
    entryPoints: { app: join(root, "web/main.tsx"), "here/worker": join(root, "web/here/worker.ts") },
    tsconfig: join(root, "web/tsconfig.json"),
    outdir,
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
