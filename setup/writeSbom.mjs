// Writes a CycloneDX list of the packages that are inside the image, with versions, licences and hashes: those whose code
// the bundle holds or whose files lie beside it. The base has a list of its own. Usage: node setup/writeSbom.mjs [FILE]
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleHandler } from "./bundleHandler.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const file = resolve(process.argv[2] ?? join(root, "dist/sbom.cdx.json"));
const { packages } = await bundleHandler();
const command = ["sbom", "--sbom-format", "cyclonedx", "--sbom-type", "application"];
const sbom = JSON.parse(execFileSync("npm", command, { cwd: root, encoding: "utf8", maxBuffer: 64e6 }));
sbom.components = sbom.components.filter((component) => packages.includes(component["bom-ref"]));
const unknown = packages.filter((name) => !sbom.components.some((component) => component["bom-ref"] === name));
if (unknown.length > 0) throw new Error(`npm lists no ${unknown.join(", ")}; install the locked packages: npm ci`);
const kept = new Set([sbom.metadata.component["bom-ref"], ...sbom.components.map((component) => component["bom-ref"])]);
sbom.dependencies = sbom.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((other) => kept.has(other)) }));
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(sbom, undefined, 2)}\n`);
console.log(`${file}: ${sbom.components.length} packages`);
