// Makes the page, with the model that it can run itself, in dist/page. Usage: node setup/buildPage.mjs [--model MANIFEST] [--out FOLDER]
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { copyFiles } from "./copyFiles.mjs";
import { pageBundle } from "./pageBundle.mjs";
import { pageFiles } from "./pageFiles.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));

/**
 * Makes the page.
 * @param {{ manifest?: string, out?: string }} [options]
 * @returns its folder, without settings.json: whoever serves it writes that.
 */
export async function buildPage({ manifest, out = join(root, "dist/page") } = {}) {
  rmSync(out, { recursive: true, force: true });
  await build(pageBundle(out));
  copyFiles(pageFiles(manifest), out);
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
