import { execFile } from "node:child_process";
import { promisify, styleText } from "node:util";
import { Command } from "commander";
import { type Computer, examine, type Finding } from "../doctor/examine.ts";
import { exitCodes } from "../exitCodes.ts";

const examples = `
Examples:
  snaplabel doctor
  snaplabel doctor --json

Exit codes: 0 nothing is in the way, 1 something has a cure. It changes nothing.`;

/** `snaplabel doctor` */
export function doctorCommand(): Command {
  return new Command("doctor")
    .description("Look for what stands in the way of building and deploying, and how to cure it")
    .option("--json", "one JSON object instead of text")
    .addHelpText("after", examples)
    .action(doctor);
}

async function doctor({ json }: { readonly json?: true }): Promise<void> {
  const findings = await examine({ nodeVersion: process.version, environment: process.env, run });
  const ok = findings.every(({ cure }) => cure === undefined);
  console.log(json ? JSON.stringify({ ok, findings }) : findings.map(format).join("\n"));
  if (!ok) process.exitCode = exitCodes.refused;
}

function format({ name, found, cure, stops }: Finding): string {
  const mark = cure === undefined ? styleText("green", "✔") : styleText(stops ? "red" : "yellow", stops ? "✘" : "!");
  const line = `${mark} ${name.padEnd(16)} ${found}`;
  return cure === undefined
    ? line
    : `${line}\n    ${stops ? `${stops === "all" ? "everything" : stops} needs it: ` : ""}${cure}`;
}

const run: Computer["run"] = async (program, ...args) => {
  try {
    const { stdout } = await promisify(execFile)(program, args, { timeout: 10_000 });
    return stdout.trim() || undefined;
  } catch {
    return undefined;
  }
};
