import { readFile, writeFile } from "node:fs/promises";
import { compile } from "json-schema-to-typescript";

/** Makes handler/model/manifest.ts again from the published schema, so that code and schema cannot differ. */
export async function manifestType(): Promise<string> {
  const schema = JSON.parse(await readFile(new URL("../model/manifest.schema.json", import.meta.url), "utf8"));
  return compile(schema, "Manifest", {
    bannerComment:
      "// Made from model/manifest.schema.json by `npm run build:types`; change the schema, not this file.",
    style: { printWidth: 120 },
  });
}

if (process.argv[1] === new URL(import.meta.url).pathname)
  await writeFile(new URL("../handler/model/manifest.ts", import.meta.url), await manifestType());
