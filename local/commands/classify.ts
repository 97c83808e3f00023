import { availableParallelism } from "node:os";
import { SingleBar } from "cli-progress";
import { Command } from "commander";
import type { SourceResult } from "../classify/classifySource.ts";
import { findSources } from "../classify/findSources.ts";
import { type FormatOptions, formatResult, shownLabels } from "../classify/formatResult.ts";
import { exitCodes } from "../exitCodes.ts";
import { repositoryFile } from "../repositoryFile.ts";
import { fraction, wholeNumber } from "./options.ts";

interface Options {
  readonly json?: true;
  readonly top?: number;
  readonly minScore: number;
  readonly model: string;
  readonly jobs: number;
}

const examples = `
Examples:
  snaplabel classify photo.jpg
  snaplabel classify holiday/ --jobs 4 --min-score 0.5
  snaplabel classify 'test_images/*.jpg' --json | jq -r '[.source, .labels[0].label] | @tsv'
  curl -s https://example.com/cat.jpg | snaplabel classify -

Exit codes: 0 all classified, 1 some refused or unreadable, 2 nothing done, 130 interrupted.`;

/** `snaplabel classify` */
export function classifyCommand(): Command {
  return new Command("classify")
    .description("Print the labels of images")
    .argument("<input...>", "files, folders, globs, http(s) URLs, or - for standard input")
    .option("--json", "one JSON object a line (JSON Lines) instead of a table")
    .option("--top <n>", "labels of each image (default: the manifest's topK)", wholeNumber(1, 1000))
    .option("--min-score <score>", "leave out labels below this score, 0 to 1", fraction, 0)
    .option("--model <manifest>", "manifest of another model", repositoryFile("model/manifest.json"))
    .option("--jobs <n>", "worker threads", wholeNumber(1, 64), Math.min(4, availableParallelism()))
    .addHelpText("after", examples)
    .action(classify);
}

async function classify(inputs: string[], options: Options): Promise<void> {
  const sources = await findSources(inputs);
  // Loaded here, as help and mistyped options need no model: they answer at once.
  const { classifySources } = await import("../classify/classifySources.ts");
  const interrupted = new AbortController();
  process.once("SIGINT", () => interrupted.abort());
  const shown: FormatOptions = { top: options.top ?? Number.POSITIVE_INFINITY, minScore: options.minScore };
  const bar = progressBar(sources.length, options.json);
  const classifier = { manifestPath: options.model, threads: 1, ...(options.top ? { topK: options.top } : {}) };
  let refused = 0;
  try {
    const work = { classifier, jobs: options.jobs, signal: interrupted.signal };
    for await (const result of classifySources(sources, work)) {
      if (result.status !== "classified") refused += 1;
      bar?.clear();
      process.stdout.write(`${options.json ? toJson(result, shown) : formatResult(result, shown)}\n`);
      bar?.advance();
    }
  } catch (error) {
    if (!interrupted.signal.aborted) throw error;
  } finally {
    bar?.stop();
  }
  process.exitCode = interrupted.signal.aborted
    ? exitCodes.interrupted
    : refused > 0
      ? exitCodes.refused
      : exitCodes.done;
}

function toJson(result: SourceResult, shown: FormatOptions): string {
  return JSON.stringify(result.status === "classified" ? { ...result, labels: shownLabels(result, shown) } : result);
}

/** A bar on standard error where a person watches and has to wait. */
function progressBar(total: number, json?: true) {
  if (total < 2 || !process.stderr.isTTY || (process.stdout.isTTY && json)) return undefined;
  const bar = new SingleBar({
    format: "{bar} {value} of {total}, {eta_formatted} left",
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(total, 0);
  return {
    clear: () => process.stderr.write("\r\u001b[K"),
    advance: () => bar.increment(),
    stop: () => bar.stop(),
  };
}
