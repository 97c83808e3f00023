import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { bundleOnce } from "../../setup/bundleOnce.mjs";
import { temporaryFolder } from "../temporaryFolder.ts";

/** Two sources, and how they are bundled. */
async function open() {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "index.js"), 'import { word } from "./word.js";\nconsole.log(word);\n');
  await writeFile(join(folder, "word.js"), 'export const word = "first";\n');
  const options = { entryPoints: [join(folder, "index.js")], bundle: true, outdir: join(folder, "out") };
  const out = join(folder, "out/index.js");
  return { folder, options, out, read: () => readFile(out, "utf8") };
}

test("what is as it was is not made again", async () => {
  const { options, out } = await open();
  await bundleOnce(options);
  const { ctimeMs } = await stat(out);
  await bundleOnce(options);
  assert.is((await stat(out)).ctimeMs, ctimeMs);
});

test("another source makes it again, even of the same length", async () => {
  const { folder, options, read } = await open();
  await bundleOnce(options);
  assert.match(await read(), /first/);
  await writeFile(join(folder, "word.js"), 'export const word = "other";\n');
  await bundleOnce(options);
  assert.match(await read(), /other/);
});

test("another option makes it again", async () => {
  const { options, read } = await open();
  await bundleOnce(options);
  await bundleOnce({ ...options, banner: { js: "// with a banner" } });
  assert.match(await read(), /with a banner/);
});

test("what was taken away or written over is made again", async () => {
  const { options, out, read } = await open();
  await bundleOnce(options);
  const whole = await read();
  await rm(out);
  await bundleOnce(options);
  assert.is(await read(), whole);
  await writeFile(out, "something else");
  await bundleOnce(options);
  assert.is(await read(), whole);
});

test.run();
