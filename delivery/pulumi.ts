import { type RunOptions, run } from "./run.ts";

/**
 * Runs Pulumi on a stack.
 * @returns what it wrote, where that is captured.
 */
export function pulumi(stack: string, args: readonly string[], options?: RunOptions): Promise<string> {
  return run("pulumi", [...args, "--stack", stack, "--non-interactive"], options);
}

/** Outputs of a stack; none for a stack that is not there yet. */
export async function outputsOf(stack: string): Promise<Readonly<Record<string, unknown>>> {
  return JSON.parse(await pulumi(stack, ["stack", "output", "--json"], { capture: true })) as Record<string, unknown>;
}
