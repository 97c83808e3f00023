/**
 * What a stack of dev's configuration has whether images come or not. Metrics are more than that: CloudWatch bills one only
 * for the hours in which it is written.
 */
export const fixedParts = {
  /** As infra/alarmDefinitions.ts has them. */
  alarms: 8,
  /** Each figure of handler/report/reportResult.ts in each of its two sets of dimensions, and cold starts. */
  metrics: 15,
  /** Kept versions of the image, 0.25 GB each with AWS's base. */
  registryGigabytes: 2.5,
} as const;
