import type { KeyReader } from "./readKeys.ts";

/** What CloudWatch Logs allows: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const retentions = ["1", "3", "5", "7", "14", "30", "60", "90", "180", "365", "400", "731", "1827", "3653"] as const;

/** Reads how many days logs are kept. */
export function readLogRetention(keys: KeyReader, fallback: (typeof retentions)[number]): number {
  return Number(keys.choice("logRetentionDays", retentions, fallback));
}
