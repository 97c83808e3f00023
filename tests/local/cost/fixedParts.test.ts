import { test } from "uvu";
import * as assert from "uvu/assert";
import { fixedParts } from "../../../local/cost/fixedParts.ts";
import { resultItem } from "../../handler/results/resultItem.ts";
import { program } from "../../infra/program.ts";
import { metricLines } from "../../metricLines.ts";

test("the alarms are those of the program", async () => {
  const alarms = (await program()).filter(({ type }) => type === "aws:cloudwatch/metricAlarm:MetricAlarm");
  assert.is(fixedParts.alarms, alarms.length);
});

test("the metrics are those that the handler writes, each in each set of dimensions, and its cold starts", () => {
  const lines = [...metricLines(resultItem({})), ...metricLines(resultItem({}), false)];
  const written = lines.flatMap(({ _aws }) =>
    _aws.CloudWatchMetrics.flatMap(({ Dimensions, Metrics }) =>
      Dimensions.flatMap((set) => Metrics.map(({ Name }) => `${Name} by ${set}`)),
    ),
  );
  assert.is(fixedParts.metrics, new Set(written).size + 1);
});

test.run();
