import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { readLabels } from "../../../handler/model/readLabels.ts";
import { repositoryPath } from "../../paths.ts";
import { rejection } from "../../rejection.ts";

function labelFile(text: string): URL {
  const path = join(mkdtempSync(join(tmpdir(), "labels-")), "labels.txt");
  writeFileSync(path, text);
  return pathToFileURL(path);
}

test("the product has 1000 labels, the first a fish", async () => {
  const labels = await readLabels(pathToFileURL(repositoryPath("model/labels.txt")));
  assert.equal([labels.length, labels[0]], [1000, "tench"]);
});

test("lines may end as on Windows, the last one in nothing", async () => {
  assert.equal(await readLabels(labelFile("ant\r\nbee")), ["ant", "bee"]);
});

test("an empty line is named", async () => {
  assert.match((await rejection(readLabels(labelFile("ant\n\nbee\n")))).message, /labels: line 2 .* empty/);
});

test("a label that stands twice is named", async () => {
  assert.match(
    (await rejection(readLabels(labelFile("ant\nbee\nant\n")))).message,
    /"ant" stands twice, again in line 3/,
  );
});

test("a file that is not there is named", async () => {
  assert.match(
    (await rejection(readLabels(pathToFileURL("/nowhere/labels.txt")))).message,
    /labels: cannot read \/nowhere/,
  );
});

test.run();
