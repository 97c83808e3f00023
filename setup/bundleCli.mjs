import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleOnce } from "./bundleOnce.mjs";
import { nodeBundle } from "./nodeBundle.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const outdir = join(root, "dist/cli");

/** Packages that find files beside themselves, or start threads from them. */
const external = ["onnxruntime-web", "wasm-vips", "piscina", "@20minutes/s3rver", "dynalite"];

/**
 * Bundles the command line: one file loads in a tenth of the time that its 900 modules take.
 * @returns path of the program.
 */
export async function bundleCli() {
  await bundleOnce({
    ...nodeBundle,
    entryPoints: { cli: join(root, "local/cli.ts"), worker: join(root, "local/classify/classifyWorker.ts") },
    outdir,
    splitting: true,
    external,
  });
  return join(outdir, "cli.mjs");
}
