import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleOnce } from "./bundleOnce.mjs";
import { pageBundle } from "./pageBundle.mjs";

const outdir = fileURLToPath(new URL("../dist/page", import.meta.url));

/**
 * Bundles the page's scripts; pageFiles tells what else it is made of.
 * @returns {Record<string, Promise<string>>} path in the page → path, as soon as it is there.
 */
export function bundlePage() {
  const bundled = bundleOnce(pageBundle(outdir));
  return Object.fromEntries(["app.js", "here/worker.js"].map((name) => [name, bundled.then(() => join(outdir, name))]));
}
