import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { Command } from "commander";

interface Options {
  readonly stack?: string;
  readonly function: readonly string[];
  readonly to?: string;
  readonly json?: true;
}

const examples = `
Examples:
  snaplabel rollback --stack prod                    to the image before
  snaplabel rollback --stack prod --to 12            to version 12 of the function that classifies
  snaplabel rollback --stack prod --to sha256:98b2…  to an image by its whole digest
  snaplabel rollback --function snaplabel-prod-classify-1a2b3c4 --function snaplabel-prod-api-5d6e7f8

It moves the aliases, and nothing else: the next run of the pipeline brings the newest image again. Where a stack has
trafficShift none, so does the next pulumi up.

Exit codes: 0 done, 2 nothing moved.`;

/** `snaplabel rollback` */
export function rollbackCommand(): Command {
  return new Command("rollback")
    .description("Give the traffic of a stack back to an earlier image, at once")
    .option("--stack <name>", "stack whose functions these are; asks pulumi for their names")
    .option("--function <name>", "a function, instead of a stack's; repeat it for each", collect, [])
    .option("--to <version>", "a version or a digest; the image before when missing")
    .option("--json", "one JSON object instead of text")
    .addHelpText("after", examples)
    .action(rollback);
}

async function rollback({ stack, function: functions, to, json }: Options): Promise<void> {
  const names = functions.length > 0 ? functions : await namesOf(stack);
  const [{ LambdaClient }, { rollBack }] = await Promise.all([
    import("@aws-sdk/client-lambda"),
    import("../rollback/rollBack.ts"),
  ]);
  const moved = await rollBack(new LambdaClient(), names, to);
  const line = ({ functionName, from, to: version, digest }: (typeof moved)[number]) =>
    `${functionName}: version ${from} → ${version}, ${digest}`;
  console.log(json ? JSON.stringify({ moved }) : moved.map(line).join("\n"));
}

async function namesOf(stack: string | undefined): Promise<readonly string[]> {
  if (!stack) throw new Error("--stack: expected a stack or --function, got neither");
  const args = ["stack", "output", "functionNames", "--json", "--stack", stack, "--non-interactive"];
  const { stdout } = await promisify(execFile)("pulumi", args).catch((cause) => {
    throw new Error(`--stack: pulumi knows no functions of "${stack}": ${cause.stderr ?? cause.message}`, { cause });
  });
  return JSON.parse(stdout) as string[];
}

function collect(value: string, all: readonly string[]): readonly string[] {
  return [...all, value];
}
