import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleOnce } from "./bundleOnce.mjs";
import { pageBundle } from "./pageBundle.mjs";

const bundle = pageBundle(fileURLToPath(new URL("../dist/page", import.meta.url)));

/**
 * Bundles the page's scripts; pageFiles tells what else it is made of.
 * @returns {Record<string, Promise<string>>} path in the page → path, as soon as it is there.
 */
export function bundlePage() {
  const bundled = bundleOnce(bundle);
  const scripts = Object.keys(bundle.entryPoints).map((name) => `${name}.js`);
  return Object.fromEntries(scripts.map((name) => [name, bundled.then(() => join(bundle.outdir, name))]));
}
