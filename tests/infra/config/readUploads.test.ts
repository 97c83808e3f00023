import { test } from "uvu";
import * as assert from "uvu/assert";
import { readUploads } from "../../../infra/config/readUploads.ts";
import { readWith } from "./readWith.ts";

function read(values: Readonly<Record<string, string>>) {
  const { value: uploads, problems } = readWith(readUploads, values);
  return { uploads, problems };
}

test("without any key, the usual pictures below incoming/ are classified", () => {
  const { uploads, problems } = read({});
  assert.equal([uploads.prefix, uploads.corsOrigins, problems], ["incoming/", [], []]);
  for (const suffix of [".jpg", ".png", ".webp"]) assert.ok(uploads.suffixes.includes(suffix));
});

test("no suffix at all would classify nothing, and more than a bucket has rules for are refused", () => {
  const many = (count: number) => JSON.stringify(Array.from({ length: count }, (_, index) => `.a${index}`));
  assert.equal(read({ uploadSuffixes: "[]" }).problems, ['uploadSuffixes: expected 1 to 33 suffixes, got "0"']);
  assert.equal(read({ uploadSuffixes: many(34) }).problems, ['uploadSuffixes: expected 1 to 33 suffixes, got "34"']);
  assert.equal(read({ uploadSuffixes: many(33) }).problems, []);
});

test("an origin with a wildcard is refused", () => {
  assert.is(read({ corsOrigins: '["https://*.example.com"]' }).problems.length, 1);
  assert.equal(read({ corsOrigins: '["https://example.com"]' }).uploads.corsOrigins, ["https://example.com"]);
});

test.run();
