import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readProperties } from "./readProperties.mjs";

const names = new Map();

/**
 * Reads which inputs a resource takes, which it must have, and of which types, from the declarations that its SDK ships.
 * @param {string} sdk - folder of the npm package.
 * @param {string} type - like "aws:s3/bucket:Bucket".
 * @returns {Map<string, { required: boolean, type: string }> | undefined} undefined when there is no such resource.
 */
export function inputNames(sdk, type) {
  if (!names.has(type)) names.set(type, readResource(sdk, type));
  return names.get(type);
}

function readResource(sdk, type) {
  const [, module, name] = type.split(":");
  const file = join(sdk, `${module}.d.ts`);
  if (!existsSync(file)) return undefined;
  const body = readFileSync(file, "utf8").split(`export interface ${name}Args {`)[1]?.split("\n}")[0] ?? "";
  return readProperties(body, 4);
}
