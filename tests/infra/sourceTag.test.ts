import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { sourceTag } from "../../infra/sourceTag.ts";
import { temporaryFolder } from "../temporaryFolder.ts";

async function sources(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await temporaryFolder();
  await mkdir(join(root, "handler"));
  const ignored = "# a list\n*\n!handler\nhandler/notes\n!setup\nsetup/*\n!setup/build.mjs\n";
  for (const [name, text] of Object.entries({ ".dockerignore": ignored, ...files }))
    await writeFile(join(root, name), text);
  return root;
}

test("the same content has the same tag, wherever it lies", async () => {
  const files = { Dockerfile: "FROM a", "handler/a.ts": "1" };
  assert.is(sourceTag(await sources(files)), sourceTag(await sources(files)));
});

test("another content, another name and another file have another tag", async () => {
  const tags = await Promise.all(
    [
      { "handler/a.ts": "1" },
      { "handler/a.ts": "2" },
      { "handler/b.ts": "1" },
      { "handler/a.ts": "1", Dockerfile: "" },
    ].map(async (files) => sourceTag(await sources(files as Record<string, string>))),
  );
  assert.is(new Set(tags).size, 4);
});

test("what is no part of the image does not change its tag", async () => {
  const root = await sources({ "handler/a.ts": "1" });
  const before = sourceTag(root);
  await mkdir(join(root, "setup"));
  await mkdir(join(root, "handler/notes"));
  for (const path of ["README.md", "setup/other.mjs", "handler/notes/a.md"]) await writeFile(join(root, path), "new");
  assert.is(sourceTag(root), before);
  await writeFile(join(root, "setup/build.mjs"), "new");
  assert.is.not(sourceTag(root), before);
});

test.run();
