import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleOnce } from "./bundleOnce.mjs";
import { nodeBundle } from "./nodeBundle.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));

/**
 * Bundles the hook before traffic, which wants the golden photos beside it.
 * @returns path of its only file.
 */
export async function bundleHook() {
  const outdir = join(root, "dist/hook");
  await bundleOnce({
    ...nodeBundle,
    entryPoints: { index: join(root, "hook/index.ts") },
    outdir,
    minify: true,
    keepNames: true,
  });
  return join(outdir, "index.mjs");
}
