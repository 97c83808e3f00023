import * as ort from "onnxruntime-web";

/**
 * Sets the WebAssembly backend up; has to happen before the first session, and only then.
 * @param threads - threads of an inference; 1 is best where each process has one processor (a Lambda below 1.8 GB).
 * @param wasmFolder - where `ort-wasm-simd-threaded.{mjs,wasm}` lie, ending in a slash; the package's own by default.
 */
export function configureRuntime(threads: number, wasmFolder = packagedRuntime()): void {
  // Explicit, as the default counts the machine's processors, which a container's quota does not follow.
  ort.env.wasm.numThreads = threads;
  // A proxy would move the work to another thread and copy every tensor there and back.
  ort.env.wasm.proxy = false;
  ort.env.wasm.wasmPaths = wasmFolder;
  ort.env.logLevel = "error";
}

function packagedRuntime(): string {
  return new URL("./", import.meta.resolve("onnxruntime-web")).href;
}
