// Bundles the hook before traffic into dist/hook, with the golden photos beside it. Usage: node setup/bundleHook.mjs
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { nodeBundle } from "./nodeBundle.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));

/**
 * Bundles the hook.
 * @param {{ out?: string }} [options]
 * @returns its folder: index.mjs and golden/.
 */
export async function bundleHook({ out = join(root, "dist/hook") } = {}) {
  rmSync(out, { recursive: true, force: true });
  await build({
    ...nodeBundle,
    entryPoints: { index: join(root, "hook/index.ts") },
    outdir: out,
    minify: true,
    keepNames: true,
  });
  cpSync(join(root, "golden"), join(out, "golden"), { recursive: true });
  return out;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await bundleHook());
