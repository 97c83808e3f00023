import { moveAlias } from "./moveAlias.ts";
import type { ShiftTools } from "./shiftTools.ts";

/** A function whose traffic went to another version. */
export interface Shifted {
  readonly functionName: string;
  /** The version that had the traffic. */
  readonly before: string;
}

/** Gives traffic back to the versions that had it, at once, the last one first. */
export async function shiftBack(
  shifted: readonly Shifted[],
  { lambda, say }: Pick<ShiftTools, "lambda" | "say">,
): Promise<void> {
  for (const { functionName, before } of shifted.toReversed()) {
    say(`${functionName}: back to version ${before}`);
    await moveAlias(lambda, functionName, before);
  }
}
