import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { measureContent } from "../../gate/measureContent.ts";
import { temporaryFolder } from "../temporaryFolder.ts";

test("files are counted below all folders, machine code is found by its first bytes", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "deep/er"), { recursive: true });
  const files = {
    "index.mjs": Buffer.from("export const a = 1;"),
    "deep/model.wasm": Buffer.from("\0asm\x01\0\0\0", "latin1"),
    "deep/er/sharp.node": Buffer.from("\x7fELF\x02\x01", "latin1"),
    "deep/er/sharp.dylib": Buffer.from([0xcf, 0xfa, 0xed, 0xfe, 7]),
    "deep/er/sharp.dll": Buffer.from("MZ\x90\0", "latin1"),
    empty: Buffer.alloc(0),
  };
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  const content = await measureContent(folder);
  assert.is(content.bytes, 19 + 8 + 6 + 5 + 4);
  assert.equal(content.files, Object.keys(files).sort());
  assert.equal(content.machineCode.toSorted(), ["deep/er/sharp.dll", "deep/er/sharp.dylib", "deep/er/sharp.node"]);
});

test.run();
