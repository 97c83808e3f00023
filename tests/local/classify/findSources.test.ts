import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { findSources, NoSourceError } from "../../../local/classify/findSources.ts";
import { repositoryPath } from "../../paths.ts";
import { rejection } from "../../rejection.ts";
import { temporaryFolder } from "../../temporaryFolder.ts";

const cat = repositoryPath("test_images/cat.jpg");

test("a folder gives the pictures below it, by extension, capital or not", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "a (1)"));
  for (const name of ["b.JPG", "a (1)/c.jpeg", "notes.txt"]) await cp(cat, join(folder, name));
  assert.equal(await findSources([folder]), [join(folder, "a (1)/c.jpeg"), join(folder, "b.JPG")]);
});

test("a file is taken whatever its name, once", async () => {
  const manifest = repositoryPath("model/manifest.json");
  assert.equal(await findSources([manifest, cat, manifest]), [manifest, cat]);
});

test("globs, URLs and standard input are known", async () => {
  const found = await findSources([repositoryPath("test_images/c*.jpg"), "https://example.com/x", "-"]);
  assert.equal(
    found.map((source) => source.split("/").at(-1)),
    ["cat.jpg", "clock.jpg", "x", "-"],
  );
});

test("what matches nothing is named", async () => {
  const error = await rejection(findSources(["nothing/*.jpg"]));
  assert.instance(error, NoSourceError);
  assert.match(error.message, /nothing\/\*\.jpg: expected a file, folder, glob or URL, found nothing/);
});

test.run();
