import { test } from "uvu";
import * as assert from "uvu/assert";
import { type MetricLine, metricLines } from "../../metricLines.ts";
import { resultItem } from "../results/resultItem.ts";

const names = (line: MetricLine) => line._aws.CloudWatchMetrics[0]!.Metrics.map(({ Name }) => Name);

test("a result is one line, with what it is and its metrics", () => {
  const lines = metricLines(resultItem({}));
  assert.is(lines.length, 1);
  const [line] = lines as [MetricLine];
  assert.equal(names(line), ["Images", "Rejections", "Failures", "Abstentions", "DecodeTime", "InferenceTime"]);
  assert.equal([line["Images"], line["Rejections"], line["DecodeTime"], line["InferenceTime"]], [1, 0, 1, 3]);
  assert.equal(
    [line["key"], line["status"], line["topLabel"], line["model"]],
    ["cat.jpg", "classified", "tabby", "efficientnet-lite0@1.0.0"],
  );
});

test("a rejection is counted by its code", () => {
  const { timings: _timings, ...item } = resultItem({
    status: "rejected",
    problem: { code: "truncated", message: "…" },
  });
  const [line] = metricLines(item) as [MetricLine];
  assert.equal([line["Rejections"], line["code"]], [1, "truncated"]);
  assert.equal(line._aws.CloudWatchMetrics[0]!.Dimensions, [["service"], ["service", "model"], ["service", "code"]]);
  assert.not.ok(names(line).includes("DecodeTime"));
});

test("an abstention is counted, and a reused answer has no times of its own", () => {
  const [line] = metricLines(resultItem({ abstained: true, reused: true })) as [MetricLine];
  assert.is(line["Abstentions"], 1);
  assert.not.ok(names(line).includes("InferenceTime"));
});

test("an event that was known already counts as a duplicate only", () => {
  assert.equal(names(metricLines(resultItem({}), false)[0]!), ["Duplicates"]);
});

test.run();
