/** Longer than any sequencer seen (16 to 18 digits), so that S3 may lengthen them. */
const length = 40;

/**
 * Makes the sequencers of one key comparable as strings, as DynamoDB compares them.
 * Rule: pad the shorter one on the right with zeros, then compare lexicographically.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export function normalizeSequencer(sequencer: string): string {
  return sequencer.toUpperCase().padEnd(length, "0");
}
