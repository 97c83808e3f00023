import { run } from "./run.ts";

/** Runs Pulumi on a stack, and shows what it writes. */
export function pulumi(stack: string, ...args: readonly string[]): Promise<string> {
  return run("pulumi", [...args, "--stack", stack, "--non-interactive"]);
}

/** Outputs of a stack; none for a stack that is not there yet. */
export async function outputsOf(stack: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await run("pulumi", ["stack", "output", "--json", "--stack", stack], { capture: true });
  return JSON.parse(text) as Record<string, unknown>;
}
