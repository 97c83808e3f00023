import { Metrics } from "@aws-lambda-powertools/metrics";
import { reportResult } from "../handler/report/reportResult.ts";
import type { ResultItem } from "../handler/results/resultItem.ts";

/** A line of log in CloudWatch's embedded metric format. */
export type MetricLine = Record<string, unknown> & {
  _aws: { CloudWatchMetrics: { Dimensions: string[][]; Metrics: { Name: string }[] }[] };
};

/** What a result writes to standard output, as CloudWatch would read it. */
export function metricLines(item: ResultItem, written = true): MetricLine[] {
  const lines: string[] = [];
  const metrics = new Metrics({ namespace: "snaplabel", serviceName: "snaplabel" });
  Object.assign(metrics, { console: { log: (line: string) => lines.push(line), warn: () => undefined } });
  reportResult(metrics, { item, written });
  return lines.map((line) => JSON.parse(line) as MetricLine);
}
