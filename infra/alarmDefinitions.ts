import type * as pulumi from "@pulumi/pulumi";

/** Names of what is watched. */
export interface Watched {
  /** Project and stack: the handler's own metrics carry it, as those of all stacks lie beside one another, and so does the cost. */
  readonly service: string;
  readonly functionName: pulumi.Input<string>;
  readonly apiFunctionName: pulumi.Input<string>;
  readonly queueName: pulumi.Input<string>;
  readonly deadLetterName: pulumi.Input<string>;
  readonly functionTimeoutSeconds: number;
  /** Missing without webhooks. */
  readonly webhooks?: { readonly functionName: pulumi.Input<string>; readonly deadLetterName: pulumi.Input<string> };
}

/** One alarm, in CloudWatch's terms. */
export interface AlarmDefinition {
  /** Part of the resource's name. */
  readonly key: string;
  /** What has happened, and what to do first. */
  readonly description: string;
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Readonly<Record<string, pulumi.Input<string>>>;
  /** Either a statistic or a percentile. */
  readonly statistic?: "Sum" | "Average" | "Maximum";
  readonly extendedStatistic?: string;
  readonly periodSeconds: number;
  readonly evaluationPeriods: number;
  readonly threshold: number;
}

/** Share of images from which on a person should look. */
const share = { rejected: 0.2, unsure: 0.5 };

/** All alarms, each above a threshold. The handler's own metrics are rates already: 0 or 1 for each image. */
export function alarmDefinitions(watched: Watched): readonly AlarmDefinition[] {
  const lambda = (name: pulumi.Input<string>) => ({ namespace: "AWS/Lambda", dimensions: { FunctionName: name } });
  const ofFunction = lambda(watched.functionName);
  const ofHandler = { namespace: "snaplabel", dimensions: { service: watched.service } };
  const queue = (name: pulumi.Input<string>) => ({ namespace: "AWS/SQS", dimensions: { QueueName: name } });
  const fiveMinutes = { periodSeconds: 300, evaluationPeriods: 1 };
  const quarterHour = { periodSeconds: 300, evaluationPeriods: 3 };
  const timeout = watched.functionTimeoutSeconds;
  return [
    {
      ...{ key: "errors", metricName: "Errors", statistic: "Sum", threshold: 0, ...ofFunction, ...fiveMinutes },
      description: "The function failed. Its log says why; the queue tries again by itself.",
    },
    {
      ...{ key: "throttles", metricName: "Throttles", statistic: "Sum", threshold: 0, ...ofFunction, ...quarterHour },
      description: "Invocations were refused. Lower maximumConcurrency or raise the account's limit.",
    },
    {
      ...{ key: "slow", metricName: "Duration", extendedStatistic: "p95", ...ofFunction, ...quarterHour },
      threshold: timeout * 1000 * 0.8,
      description: "The slowest twentieth needs 80 % of the timeout. Raise memoryMegabytes or timeoutSeconds.",
    },
    {
      ...{ key: "dead-letters", metricName: "ApproximateNumberOfMessagesVisible", statistic: "Maximum", threshold: 0 },
      ...{ ...queue(watched.deadLetterName), ...fiveMinutes },
      description: "Images were given up. Mend the cause, then redrive the dead-letter queue.",
    },
    {
      ...{ key: "queue-age", metricName: "ApproximateAgeOfOldestMessage", statistic: "Maximum", threshold: 900 },
      ...{ ...queue(watched.queueName), ...fiveMinutes },
      description: "An image has been waiting for a quarter of an hour. Raise maximumConcurrency.",
    },
    {
      ...{ key: "rejections", metricName: "Rejections", statistic: "Average", threshold: share.rejected },
      ...{ ...ofHandler, ...quarterHour },
      description: "A fifth of the images is refused. The log names the codes; look at what is being uploaded.",
    },
    {
      ...{ key: "abstentions", metricName: "Abstentions", statistic: "Average", threshold: share.unsure },
      ...{ ...ofHandler, ...quarterHour },
      description: "The model is unsure of half of the images. They may be of another kind than it was trained on.",
    },
    {
      ...{ key: "api-errors", metricName: "Errors", statistic: "Sum", threshold: 0 },
      ...{ ...lambda(watched.apiFunctionName), ...fiveMinutes },
      description: "The API's function failed. Its log says why.",
    },
    ...(watched.webhooks ? webhookAlarms(watched.webhooks, queue, lambda) : []),
  ];
}

function webhookAlarms(
  { functionName, deadLetterName }: NonNullable<Watched["webhooks"]>,
  queue: (name: pulumi.Input<string>) => Pick<AlarmDefinition, "namespace" | "dimensions">,
  lambda: typeof queue,
): readonly AlarmDefinition[] {
  const fiveMinutes = { periodSeconds: 300, evaluationPeriods: 1 };
  return [
    {
      ...{ key: "webhook-dead-letters", metricName: "ApproximateNumberOfMessagesVisible", statistic: "Maximum" },
      ...{ threshold: 0, ...queue(deadLetterName), ...fiveMinutes },
      description: "Receivers of webhooks could not be told. The log of the webhooks names them; redrive the queue.",
    },
    {
      ...{ key: "webhook-errors", metricName: "Errors", statistic: "Sum", threshold: 0 },
      ...{ ...lambda(functionName), ...fiveMinutes },
      description: "The function of the webhooks failed. Its log says why.",
    },
  ];
}
