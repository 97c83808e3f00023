// Starts a bundle once as Lambda would: a missing file, or a manifest that disagrees with its model, ends the build here
// and not the function's first start. Usage: node setup/startBundle.mjs FOLDER
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const self = fileURLToPath(import.meta.url);
const timeoutMilliseconds = 120_000;

/**
 * Starts a bundle in a process of its own, and ends it once its model and its decoder are open.
 * @param {string} folder - as made by bundleHandler.
 * @throws {Error} with what the handler said.
 */
export function startBundle(folder) {
  try {
    execFileSync(process.execPath, [self, folder], {
      env: { MODEL_MANIFEST: join(folder, "model/manifest.json"), TABLE_NAME: "none", AWS_REGION: "us-east-1" },
      stdio: ["ignore", "ignore", "pipe"],
      timeout: timeoutMilliseconds,
    });
  } catch (cause) {
    const said = /^.*Error: .*$/m.exec(String(cause.stderr))?.[0] ?? `${cause.message}\n${cause.stderr}`;
    throw new Error(`the handler does not start with this model: ${said.trim()}`, { cause });
  }
}

if (process.argv[1] === self) {
  await import(pathToFileURL(join(process.argv[2], "index.mjs")).href);
  process.exit();
}
