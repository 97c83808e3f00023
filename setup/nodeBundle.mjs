/** What every bundle for Node has in common, as options of esbuild. */
export const nodeBundle = /** @type {const} */ ({
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  // Packages in CommonJS ask for Node's own modules by require().
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
  },
  logLevel: "error",
});
