export const deadLettersWatched = {
  name: "dead-letters-watched",
  description: "An alarm watches each dead-letter queue.",
  enforcementLevel: "mandatory",
  validateStack: ({ resources }, report) => {
    const watched = resources
      .filter(({ type }) => type === "aws:cloudwatch/metricAlarm:MetricAlarm")
      .map(({ props }) => props.dimensions?.QueueName);
    const targets = resources.map(({ props }) => props.redrivePolicy).filter((policy) => typeof policy === "string");
    for (const { type, name, props, urn } of resources)
      if (type === "aws:sqs/queue:Queue" && targets.some((policy) => policy.includes(props.arn ?? `:${name}`)))
        if (!watched.includes(props.name)) report(`${name}: expected an alarm on this dead-letter queue; add one`, urn);
  },
};
