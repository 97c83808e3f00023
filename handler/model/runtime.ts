import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import * as ort from "onnxruntime-web";

/**
 * How V8 treats WebAssembly; docs/performance.md has the measurements. The budget is the work that a function does
 * before it is compiled again with optimisations: V8's own figure (1.8 million, 13 million from Node 24 on) begins that
 * in the middle of the start and competes with it for the processor. Checking functions when they are first called,
 * not all 19 MB at the start, is safe: both modules come from the lockfile.
 */
const v8Flags = ["--wasm-tiering-budget=60000000", "--wasm-lazy-validation"];

/**
 * Sets the WebAssembly backend up; has to happen before the first session, and only then.
 * @param threads - threads of an inference; 1 is best where each process has one processor (a Lambda below 1.8 GB).
 * @param wasmFolder - where `ort-wasm-simd-threaded.{mjs,wasm}` lie, ending in a slash; the package's own by default.
 */
export function configureRuntime(threads: number, wasmFolder = packagedRuntime()): void {
  for (const flag of v8Flags) setFlagsFromString(flag);
  // Explicit, as the default counts the machine's processors, which a container's quota does not follow.
  ort.env.wasm.numThreads = threads;
  // A proxy would move the work to another thread and copy every tensor there and back.
  ort.env.wasm.proxy = false;
  ort.env.wasm.wasmPaths = wasmFolder;
  ort.env.logLevel = "error";
}

/** Beside this file when it is bundled, else in the package. */
function packagedRuntime(): string {
  const beside = new URL("ort-wasm-simd-threaded.wasm", import.meta.url);
  return new URL("./", existsSync(fileURLToPath(beside)) ? beside : import.meta.resolve("onnxruntime-web")).href;
}
