import { isClockSkewError, isServerError, isThrottlingError, isTransientError } from "@smithy/core/retry";

/**
 * Tells whether an AWS error may pass by itself: throttling, timeouts, broken connections, 5xx. The SDK has tried
 * again already when it throws one; the platform's next attempt comes later.
 */
export function isTransient(error: unknown): boolean {
  const sdkError = error as Parameters<typeof isTransientError>[0];
  return [isThrottlingError, isTransientError, isServerError, isClockSkewError].some((matches) => matches(sdkError));
}
