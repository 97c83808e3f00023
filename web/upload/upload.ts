import type { Result } from "../api/result.ts";
import type { HereAnswer } from "../here/hereAnswer.ts";

/** One file on its way. */
export interface Upload {
  readonly id: number;
  readonly name: string;
  readonly phase: "waiting" | "sending" | "classifying" | "answered" | "failed";
  /** Share that is sent, 0 to 1. */
  readonly sent: number;
  readonly result?: Result;
  /** Why it failed. */
  readonly problem?: string;
  /** What this browser says of it, when it was asked. */
  readonly here?: HereAnswer;
}
