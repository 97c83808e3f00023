import { resolve } from "node:path";
import { run } from "uvu/run";

// Runs the files named on the command line, one after the other in this process: they share one warm model.
const files = process.argv.slice(2).map((name) => ({ name, file: resolve(name) }));
await run(files, { bail: false });
// WebAssembly threads and kept-alive connections must not hold the process.
process.exit();
