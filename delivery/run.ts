import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

/** How a program is run. */
export interface RunOptions {
  /** True returns what it wrote, instead of showing it. */
  readonly capture?: boolean;
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Runs a program, whose lines are shown as they come.
 * @returns what it wrote, where that is captured.
 * @throws {Error} when it ends with anything but 0.
 */
export async function run(
  program: string,
  args: readonly string[],
  { capture = false, input, environment = {} }: RunOptions = {},
): Promise<string> {
  console.log(`$ ${program} ${args.join(" ")}`);
  const child = spawn(program, args, {
    env: { ...process.env, ...environment },
    stdio: [input === undefined ? "ignore" : "pipe", capture ? "pipe" : "inherit", "inherit"],
  });
  if (input !== undefined) child.stdin?.end(input);
  const [output, [code, signal]] = await Promise.all([child.stdout ? text(child.stdout) : "", once(child, "close")]);
  if (code !== 0) throw new Error(`${program} ${args[0] ?? ""}: ended with ${code ?? signal}`);
  return output.trim();
}
