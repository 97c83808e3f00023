import * as pulumi from "@pulumi/pulumi";
import type { Watched } from "./alarmDefinitions.ts";

type Metric = readonly [namespace: string, name: string, ...pulumi.Input<unknown>[]];

/** Grid of CloudWatch dashboards: 24 columns wide. */
const [columns, height] = [12, 6];

/**
 * Writes a dashboard that reads from top to bottom: what came in, how it was answered, what it cost, what went wrong.
 * Format: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
 */
export function dashboardBody(watched: Watched, region: pulumi.Input<string>): pulumi.Output<string> {
  const ofFunction = (name: string, stat: string): Metric => [
    ...(["AWS/Lambda", name, "FunctionName", watched.functionName] as const),
    { stat, label: name },
  ];
  const ofHandler = (name: string, stat: string): Metric => [
    ...(["snaplabel", name, "service", watched.service] as const),
    { stat, label: name },
  ];
  const ofQueue = (queue: pulumi.Input<string>, name: string, label: string): Metric => [
    ...(["AWS/SQS", name, "QueueName", queue] as const),
    { stat: "Maximum", label },
  ];
  const charts: readonly [title: string, metrics: readonly Metric[]][] = [
    ["Images", [ofHandler("Images", "Sum"), ofHandler("Duplicates", "Sum")]],
    ["Refused and unsure, share of images", [ofHandler("Rejections", "Average"), ofHandler("Abstentions", "Average")]],
    ["Milliseconds of an image, p50", [ofHandler("DecodeTime", "p50"), ofHandler("InferenceTime", "p50")]],
    ["Milliseconds of an invocation", [ofFunction("Duration", "p50"), ofFunction("Duration", "p95")]],
    ["Errors", [ofFunction("Errors", "Sum"), ofFunction("Throttles", "Sum"), ofHandler("Failures", "Sum")]],
    [
      "Waiting",
      [
        ofQueue(watched.queueName, "ApproximateNumberOfMessagesVisible", "in the queue"),
        ofQueue(watched.deadLetterName, "ApproximateNumberOfMessagesVisible", "given up"),
      ],
    ],
  ];
  return pulumi.jsonStringify({
    widgets: charts.map(([title, metrics], index) => ({
      type: "metric",
      x: (index % 2) * columns,
      y: Math.floor(index / 2) * height,
      width: columns,
      height,
      properties: { title, region, period: 300, view: "timeSeries", metrics: metrics as pulumi.Input<unknown> },
    })),
  });
}
