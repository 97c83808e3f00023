import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inputNames } from "./inputNames.mjs";
import { readProperties } from "./readProperties.mjs";

/** How the engine writes a value that only an update will know: https://github.com/pulumi/pulumi, sdk/nodejs/runtime/rpc.ts */
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const nested = new Map();
const texts = new Map();

/**
 * Checks the inputs of a resource against the declarations that its SDK ships: names, presence and types, however deep.
 * @param {string} sdk - folder of the npm package.
 * @param {string} type - like "aws:s3/bucket:Bucket".
 * @param {Record<string, unknown>} inputs
 * @returns {{ property: string, reason: string }[] | undefined} what is wrong; undefined when there is no such resource.
 */
export function checkInputs(sdk, type, inputs) {
  const properties = inputNames(sdk, type);
  return properties && checkObject(sdk, properties, inputs, type, "");
}

function checkObject(sdk, properties, value, type, path) {
  const given = Object.keys(value).filter((name) => !name.startsWith("__"));
  const missing = [...properties].filter(([name, { required }]) => required && value[name] === undefined);
  return [
    ...missing.map(([name]) => ({ property: `${path}${name}`, reason: `${type} needs it` })),
    ...given.flatMap((name) => {
      const property = `${path}${name}`;
      const declared = properties.get(name);
      if (!declared) return [{ property, reason: `${type} takes no such input` }];
      return checkValue(sdk, declared.type, value[name], property);
    }),
  ];
}

function checkValue(sdk, type, value, path) {
  if (value === undefined || value === null || value === unknown) return [];
  const wrong = (expected) => [{ property: path, reason: `expected ${expected}, got ${JSON.stringify(value)}` }];
  if (/\[\](?: \| undefined)?>*$/.test(type)) {
    if (!Array.isArray(value)) return wrong("a list");
    return value.flatMap((entry, index) =>
      checkValue(sdk, type.replace(/\[\](?: \| undefined)?>*$/, ""), entry, `${path}[${index}]`),
    );
  }
  const [, primitive] = /^(?:pulumi\.Input<)*(string|number|boolean)(?: \| undefined)?>*$/.exec(type) ?? [];
  if (primitive) return typeof value === primitive ? [] : wrong(`a ${primitive}`);
  const [, name] = /^(?:pulumi\.Input<)*inputs\.([\w.]+)(?: \| undefined)?>*$/.exec(type) ?? [];
  // What is left are unions, enumerations, maps and assets: the compiler knows them better.
  if (!name) return [];
  if (typeof value !== "object" || Array.isArray(value)) return wrong(`an object, ${name}`);
  return checkObject(sdk, nestedNames(sdk, name), value, name, `${path}.`);
}

/** The properties of a type of the SDK's types/input.d.ts: "s3.BucketVersioningVersioningConfiguration". */
function nestedNames(sdk, name) {
  const key = `${sdk} ${name}`;
  if (!nested.has(key)) nested.set(key, readNested(sdk, name));
  return nested.get(key);
}

function readNested(sdk, name) {
  const [namespace, type] = name.split(".");
  const text = inputTexts(sdk);
  const start = text.indexOf(`\nexport declare namespace ${namespace} {`);
  const body = text.indexOf(`\n    interface ${type} {`, start);
  return readProperties(text.slice(body, text.indexOf("\n    }\n", body)), 8);
}

function inputTexts(sdk) {
  if (!texts.has(sdk)) texts.set(sdk, readFileSync(join(sdk, "types/input.d.ts"), "utf8"));
  return texts.get(sdk);
}
