import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const names = new Map();

/**
 * Reads which inputs a resource takes, and which it must have, from the declarations that its SDK ships.
 * @param {string} sdk - folder of the npm package.
 * @param {string} type - like "aws:s3/bucket:Bucket".
 * @returns {{ all: Set<string>, required: Set<string> } | undefined} undefined when there is no such resource.
 */
export function inputNames(sdk, type) {
  if (!names.has(type)) names.set(type, read(sdk, type));
  return names.get(type);
}

function read(sdk, type) {
  const [, module, name] = type.split(":");
  const file = join(sdk, `${module}.d.ts`);
  if (!existsSync(file)) return undefined;
  const declarations = readFileSync(file, "utf8").split(`export interface ${name}Args {`)[1]?.split("\n}")[0] ?? "";
  const found = [...declarations.matchAll(/^ {4}(\w+)(\??):/gm)];
  return {
    all: new Set(found.map(([, property]) => property)),
    required: new Set(found.filter(([, , optional]) => !optional).map(([, property]) => property)),
  };
}
