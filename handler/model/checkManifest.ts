import { type OutputUnit, Validator } from "@cfworker/json-schema";
import schema from "../../model/manifest.schema.json" with { type: "json" };
import { ManifestError } from "../errors.ts";
import type { Manifest } from "./manifest.ts";

const validator = new Validator(schema as ConstructorParameters<typeof Validator>[0], "2020-12", false);

/**
 * Checks what a manifest says by itself: its schema, and what no schema can say.
 * @throws {ManifestError} naming the first field that is wrong.
 */
export function checkManifest(candidate: unknown): Manifest {
  const { valid, errors } = validator.validate(candidate);
  if (!valid) throw schemaError(errors);
  const manifest = candidate as Manifest;
  const { resize, width, height } = manifest.input;
  if (resize.rule === "shortest-side" && resize.side < Math.max(width, height))
    throw new ManifestError(
      "input.resize.side",
      `expected at least the input's larger side ${Math.max(width, height)}, got ${resize.side}; ` +
        "a centre crop cannot be larger than the picture",
    );
  if (manifest.output.kind === "probabilities" && manifest.temperature !== 1)
    throw new ManifestError("temperature", `expected 1 with output.kind "probabilities", got ${manifest.temperature}`);
  return manifest;
}

/** The deepest location says most: the others only repeat that something inside them is wrong. */
function schemaError(errors: OutputUnit[]): ManifestError {
  const depth = ({ instanceLocation }: OutputUnit) => instanceLocation.split("/").length;
  const deepest = inMeantBranch(errors).reduce((a, b) => (depth(b) > depth(a) ? b : a));
  const field = deepest.instanceLocation.slice(2).replaceAll("/", ".");
  return new ManifestError(field || "(the whole file)", `${deepest.error} See model/manifest.schema.json`);
}

/** Of alternatives, only the one counts whose `rule` the manifest names; all of them if it names none of these. */
function inMeantBranch(errors: OutputUnit[]): OutputUnit[] {
  const branch = ({ keywordLocation }: OutputUnit) => /^.*\/anyOf\/\d+/.exec(keywordLocation)?.[0];
  const unmeant = new Set(errors.filter(({ keyword }) => keyword === "const").map(branch));
  const meant = errors.filter((error) => branch(error) && !unmeant.has(branch(error)));
  return meant.length > 0 ? meant : errors;
}
