import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { parseLabels } from "../../../handler/model/parseLabels.ts";
import { repositoryPath } from "../../paths.ts";

test("the product has 1000 labels, the first a fish", () => {
  const labels = parseLabels(readFileSync(repositoryPath("model/labels.txt"), "utf8"), "labels.txt");
  assert.equal([labels.length, labels[0]], [1000, "tench"]);
});

test("lines may end as on Windows, the last one in nothing", () => {
  assert.equal(parseLabels("ant\r\nbee", "labels.txt"), ["ant", "bee"]);
});

test("an empty line is named", () => {
  assert.throws(() => parseLabels("ant\n\nbee\n", "labels.txt"), /labels: line 2 of labels.txt is empty/);
});

test("a label that stands twice is named", () => {
  assert.throws(() => parseLabels("ant\nbee\nant\n", "labels.txt"), /"ant" stands twice, again in line 3/);
});

test.run();
