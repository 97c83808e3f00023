export const logsExpire = {
  name: "logs-expire",
  description: "Log groups have a retention.",
  enforcementLevel: "mandatory",
  validateResource: ({ type, props }, report) => {
    if (type === "aws:cloudwatch/logGroup:LogGroup" && !(props.retentionInDays > 0))
      report("retentionInDays: expected a number of days, got none; logs without it are kept, and paid for, for ever");
  },
};
