import type { Prediction } from "../../handler/labels/rankLabels.ts";

/** An image for the worker. */
export interface HereQuestion {
  readonly id: number;
  readonly bytes: Uint8Array;
}

/** What the model says in this browser: its labels, or why there are none. */
export interface HereAnswer {
  readonly id: number;
  readonly labels?: readonly Prediction[];
  readonly abstained?: boolean;
  readonly modelSha256?: string;
  readonly problem?: { readonly code: string; readonly message: string };
}
