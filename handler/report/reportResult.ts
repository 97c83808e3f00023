import { type Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import type { Handled } from "../storeOutcome.ts";

/**
 * Writes one result as one structured log line that CloudWatch also reads as metrics (embedded metric format), so
 * that a figure on the dashboard leads to the image behind it. Abstentions and Rejections are 0 or 1 for each image:
 * their average is their rate.
 * Format: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export function reportResult(metrics: Metrics, { item, written }: Handled): void {
  for (const [name, value] of Object.entries({ ...item, written }))
    metrics.addMetadata(name, typeof value === "string" ? value : JSON.stringify(value));
  metrics.addMetadata("level", item.status === "failed" ? "ERROR" : "INFO");
  metrics.addMetadata("message", `${item.status} s3://${item.bucket}/${item.key}`);
  // Three figures of each: of all images, for alarms and the dashboard; of one model; and of one code.
  metrics.addDimensions({});
  metrics.addDimensions({ model: `${item.modelName}@${item.modelVersion}` });
  if (!written) metrics.addMetric("Duplicates", MetricUnit.Count, 1);
  else addResultMetrics(metrics, item);
  metrics.publishStoredMetrics();
}

function addResultMetrics(metrics: Metrics, { status, problem, abstained, timings, reused }: Handled["item"]): void {
  if (problem) metrics.addDimensions({ code: problem.code });
  metrics.addMetric("Images", MetricUnit.Count, 1);
  metrics.addMetric("Rejections", MetricUnit.Count, status === "rejected" ? 1 : 0);
  metrics.addMetric("Failures", MetricUnit.Count, status === "failed" ? 1 : 0);
  metrics.addMetric("Abstentions", MetricUnit.Count, abstained ? 1 : 0);
  if (!timings || reused) return;
  metrics.addMetric("DecodeTime", MetricUnit.Milliseconds, timings.decode);
  metrics.addMetric("InferenceTime", MetricUnit.Milliseconds, timings.inference);
}
