import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { SingleBar } from "cli-progress";
import { Command } from "commander";
import { exitCodes } from "../local/exitCodes.ts";
import type { Golden } from "./golden.ts";
import { judge, type Measured } from "./judge.ts";
import { measureImage } from "./measureImage.ts";
import { readGolden } from "./readGolden.ts";
import { reportHtml } from "./reportHtml.ts";
import type { Verdict } from "./verdict.ts";

interface GateOptions {
  readonly golden: string;
  readonly report: string;
  readonly json?: boolean;
  readonly record?: boolean;
}

const program = new Command("gate")
  .description("Run a built image over the golden photos: does it answer as well, as fast and as small as it must?")
  .argument("<image>", "name or digest of an image that Docker has here")
  .option("--golden <file>", "photos and limits", "golden/golden.json")
  .option("--report <file>", "page with all photos and answers", "dist/gate.html")
  .option("--json", "print the verdicts as JSON")
  .option("--record", "write this image's answers into the golden file, for a model that a person has accepted")
  .addHelpText(
    "after",
    `
Exit codes: 0 passed, 1 a limit is not held, 2 the image could not be run.

Examples:
  npm run gate -- snaplabel:latest
  npm run gate -- snaplabel:latest --json
  npm run gate -- mine:1 --golden mine/golden.json --record`,
  )
  .action(gate);

try {
  await program.parseAsync();
} catch (error) {
  console.error(`gate: ${(error as Error).message}`);
  process.exitCode = exitCodes.unusable;
}

async function gate(image: string, options: GateOptions): Promise<void> {
  const golden = readGolden(await readFile(options.golden, "utf8"));
  const folder = dirname(resolve(options.golden));
  const bar = new SingleBar({ format: "{bar} {value}/{total} photos", stream: process.stderr, clearOnComplete: true });
  bar.start(golden.photos.length, 0);
  const measured = await measureImage(image, golden, folder, () => bar.increment()).finally(() => bar.stop());
  if (options.record) return record(options.golden, golden, measured);
  const verdicts = judge(measured, golden);
  await mkdir(dirname(options.report), { recursive: true });
  await writeFile(options.report, await reportHtml(image, measured, verdicts, folder));
  print(verdicts, options);
  if (verdicts.some(({ passed }) => !passed)) process.exitCode = exitCodes.refused;
}

function print(verdicts: readonly Verdict[], { json, report }: GateOptions): void {
  const line = ({ passed, name, measured, limit }: Verdict) =>
    `${passed ? "passed" : "FAILED"}  ${name.padEnd(28)}${measured.padStart(9)}   ${limit}`;
  const text = [...verdicts.map(line), `photos and answers: ${report}`].join("\n");
  console.log(json ? JSON.stringify({ verdicts, report }) : text);
}

async function record(path: string, golden: Golden, { answers }: Measured): Promise<void> {
  const photos = answers.map(({ photo, labels }) => ({
    ...photo,
    expected: labels.map(({ label, score }) => ({ label, score })),
  }));
  await writeFile(path, `${JSON.stringify({ ...golden, photos }, undefined, 2)}\n`);
  console.log(`${path}: recorded ${photos.length} answers`);
}
