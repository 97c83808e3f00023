import { readFileSync, statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

/**
 * Bundles with esbuild, unless what it made of the same options and sources is still there: a preview shows what would
 * change, it need not be made again for that. What a bundle was made of stands beside its folder.
 * @param {import("esbuild").BuildOptions & { outdir: string }} options
 */
export async function bundleOnce(options) {
  const record = `${options.outdir}.sources.json`;
  if (isCurrent(record, options)) return;
  const { build } = await import("esbuild");
  const { metafile } = await build({ ...options, absWorkingDir: root, metafile: true });
  const named = [...Object.keys(metafile.inputs), ...Object.keys(metafile.outputs)].filter(isFile);
  // Versions of packages and of esbuild itself, and what decides how TypeScript is read.
  const files = [...named, "package-lock.json", ...(options.tsconfig ? [options.tsconfig] : [])];
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

/** esbuild lists a module that a package leaves out for browsers as "(disabled):…". */
function isFile(name) {
  return !name.startsWith("(");
}

/** No write leaves it as it was: unlike the time of modification, nobody can set it back. */
function stampOf(file) {
  const { ctimeMs, size } = statSync(resolve(root, file));
  return `${ctimeMs} ${size}`;
}
