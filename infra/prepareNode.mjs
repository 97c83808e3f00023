// Preloaded by Pulumi.yaml's nodeargs, before Pulumi's SDK. What Node compiles of the SDKs is kept between runs.
import module from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

if (!process.features.typescript) {
  console.error(`node: expected 22.18 or later, which runs TypeScript, got ${process.version}; install a newer Node`);
  process.exit(1);
}
module.enableCompileCache(join(fileURLToPath(import.meta.url), "../../.cache/compiled"));
