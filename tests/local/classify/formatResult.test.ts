import { stripVTControlCharacters } from "node:util";
import { test } from "uvu";
import * as assert from "uvu/assert";
import type { SourceResult } from "../../../local/classify/classifySource.ts";
import { formatResult } from "../../../local/classify/formatResult.ts";

const result: SourceResult = {
  source: "cat.jpg",
  status: "classified",
  format: "jpeg",
  width: 451,
  height: 300,
  labels: [
    { label: "tabby", score: 0.5, index: 281 },
    { label: "lynx", score: 0.02, index: 287 },
  ],
  abstained: false,
  timings: { decode: 1.2, preprocess: 2.3, inference: 40 },
};

test("labels stand in a column, their bars as long as their scores", () => {
  assert.equal(stripVTControlCharacters(formatResult(result, { top: 5, minScore: 0 })).split("\n"), [
    "cat.jpg  451 × 300 jpeg, 44 ms",
    "  tabby   50.0 %  ████████████",
    "  lynx     2.0 %  ▌",
    "",
  ]);
});

test("--top and --min-score leave labels out, and say so when none is left", () => {
  assert.not.match(formatResult(result, { top: 1, minScore: 0 }), /lynx/);
  assert.not.match(formatResult(result, { top: 5, minScore: 0.1 }), /lynx/);
  assert.match(formatResult(result, { top: 5, minScore: 0.9 }), /no label scores 0.9 or more/);
});

test("a refusal shows its code and what to do", () => {
  const refused: SourceResult = { source: "x", status: "rejected", code: "empty", message: "image: got 0 bytes" };
  assert.is(
    stripVTControlCharacters(formatResult(refused, { top: 5, minScore: 0 })),
    "x  rejected empty\n  image: got 0 bytes\n",
  );
});

test("doubt is shown", () => {
  assert.match(formatResult({ ...result, abstained: true }, { top: 1, minScore: 0 }), /unsure/);
});

test.run();
