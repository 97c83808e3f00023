import { Metrics } from "@aws-lambda-powertools/metrics";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { reportResult } from "../../../handler/report/reportResult.ts";
import type { ResultItem } from "../../../handler/results/resultItem.ts";
import { resultItem } from "../results/resultItem.ts";

type Line = Record<string, unknown> & {
  _aws: { CloudWatchMetrics: { Dimensions: string[][]; Metrics: { Name: string }[] }[] };
};

/** What a result writes to standard output, as CloudWatch would read it. */
function reported(item: ResultItem, written = true): Line[] {
  const lines: string[] = [];
  const metrics = new Metrics({ namespace: "snaplabel", serviceName: "snaplabel" });
  Object.assign(metrics, { console: { log: (line: string) => lines.push(line), warn: () => undefined } });
  reportResult(metrics, { item, written });
  return lines.map((line) => JSON.parse(line) as Line);
}

const names = (line: Line) => line._aws.CloudWatchMetrics[0]!.Metrics.map(({ Name }) => Name);

test("a result is one line, with what it is and its metrics", () => {
  const lines = reported(resultItem({}));
  assert.is(lines.length, 1);
  const [line] = lines as [Line];
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
  const [line] = reported(item) as [Line];
  assert.equal([line["Rejections"], line["code"]], [1, "truncated"]);
  assert.equal(line._aws.CloudWatchMetrics[0]!.Dimensions, [["service"], ["service", "model"], ["service", "code"]]);
  assert.not.ok(names(line).includes("DecodeTime"));
});

test("an abstention is counted, and a reused answer has no times of its own", () => {
  const [line] = reported(resultItem({ abstained: true, reused: true })) as [Line];
  assert.is(line["Abstentions"], 1);
  assert.not.ok(names(line).includes("InferenceTime"));
});

test("an event that was known already counts as a duplicate only", () => {
  assert.equal(names(reported(resultItem({}), false)[0]!), ["Duplicates"]);
});

test.run();
