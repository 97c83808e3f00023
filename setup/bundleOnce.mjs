import { readFileSync, statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

/** npm writes it with each installation: of all packages, and so of esbuild too. */
const installed = "node_modules/.package-lock.json";

/**
 * Bundles with esbuild, unless what it made of the same options and sources is still there: whoever looks at a
 * preview, or asks the command line, need not wait for it. What a bundle was made of stands beside its folder.
 * @param {import("esbuild").BuildOptions & { outdir: string }} options
 */
export async function bundleOnce(options) {
  const record = `${options.outdir}.sources.json`;
  if (isCurrent(record, options)) return;
  const { build } = await import("esbuild");
  const { metafile } = await build({ ...options, absWorkingDir: root, metafile: true });
  const named = [...Object.keys(metafile.inputs), ...Object.keys(metafile.outputs)].filter(isOwn);
  const files = [...named, installed, ...(options.tsconfig ? [options.tsconfig] : [])];
  const stamps = Object.fromEntries(files.map((file) => [file, stampOf(file)]));
  writeFileSync(record, JSON.stringify({ options, stamps }));
}

/** Whether the options, each file that a bundle was made of, and each that was made are as they were then. */
function isCurrent(record, options) {
  try {
    const then = JSON.parse(readFileSync(record, "utf8"));
    if (JSON.stringify(then.options) !== JSON.stringify(options)) return false;
    return Object.entries(then.stamps).every(([file, stamp]) => stampOf(file) === stamp);
  } catch {
    return false;
  }
}

/** A package changes with what is installed; one that is left out for browsers is listed as "(disabled):…". */
function isOwn(name) {
  return !name.includes("node_modules/") && !name.startsWith("(");
}

/** No write leaves it as it was: unlike the time of modification, nobody can set it back. */
function stampOf(file) {
  const { ctimeMs, size } = statSync(resolve(root, file));
  return `${ctimeMs} ${size}`;
}
