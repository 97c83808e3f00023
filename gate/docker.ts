import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const defaultTimeoutSeconds = 120;

/**
 * Runs a docker command.
 * @returns what it printed to standard output and to standard error, without the last line break.
 * @throws {Error} naming the command and what it said, or that docker is missing.
 */
export async function docker(args: readonly string[], timeoutSeconds = defaultTimeoutSeconds): Promise<string> {
  try {
    const { stdout, stderr } = await run("docker", args, { timeout: timeoutSeconds * 1000, maxBuffer: 64e6 });
    return `${stdout}${stderr}`.trimEnd();
  } catch (cause) {
    const { code, stdout = "", stderr = "" } = cause as { code?: unknown; stdout?: string; stderr?: string };
    if (code === "ENOENT") throw new Error("docker: not found; install Docker and start it", { cause });
    throw new Error(`docker ${args.slice(0, 2).join(" ")} …: ${`${stdout}${stderr}`.trim() || cause}`, { cause });
  }
}
