import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Measured } from "../../gate/judge.ts";
import { reportHtml } from "../../gate/reportHtml.ts";
import { repositoryPath } from "../paths.ts";

const photo = { file: "cat.jpg", accept: ["<b>tabby</b>"], expected: [] };
const measured: Measured = {
  answers: [{ photo, labels: [{ label: 'a "label" & more', score: 0.5, index: 1 }], latencies: [50] }],
  references: [60],
  content: { bytes: 1, files: [], machineCode: [] },
};
const verdict = { name: "top-1 accuracy", passed: false, measured: "0.0 %", limit: "≥ 75.0 %" };

test("the page shows a thumbnail, says what failed, escapes names and loads nothing", async () => {
  const page = await reportHtml("image@sha256:<x>", measured, [verdict], repositoryPath("test_images"));
  assert.match(page, /<h1>Gate failed<\/h1>/);
  assert.match(page, /src="data:image\/webp;base64,UklGR/);
  assert.match(page, /&#60;b&#62;tabby/);
  assert.match(page, /a &#34;label&#34; &#38; more 0\.500/);
  assert.not.match(page, /<b>|https?:|<script/);
});

test.run();
