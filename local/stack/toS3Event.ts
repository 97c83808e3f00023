import type { S3Event } from "aws-lambda";

let last = 0n;

/**
 * Turns an event of the embedded S3 into what AWS sends: the key URL-encoded like a form field, and a sequencer that
 * grows with every event (the embedded one's is a clock of milliseconds, in which two writes can meet).
 */
export function toS3Event(event: S3Event): S3Event {
  return { Records: event.Records.map((record) => ({ ...record, s3: { ...record.s3, object: object(record) } })) };
}

function object({ s3 }: S3Event["Records"][number]): S3Event["Records"][number]["s3"]["object"] {
  return { ...s3.object, key: encodeObjectKey(s3.object.key), sequencer: nextSequencer() };
}

/** Encodes as S3 does: slashes stay, a space becomes "+". */
export function encodeObjectKey(key: string): string {
  return encodeURIComponent(key).replaceAll("%2F", "/").replaceAll("%20", "+");
}

/** 18 hex digits, as S3's: milliseconds and a counter, so that it grows over a restart too. */
function nextSequencer(): string {
  const now = BigInt(Date.now()) << 16n;
  last = now > last ? now : last + 1n;
  return last.toString(16).toUpperCase().padStart(18, "0");
}
