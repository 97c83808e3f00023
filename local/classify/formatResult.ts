import { styleText } from "node:util";
import type { SourceResult } from "./classifySource.ts";

const barWidth = 24;
const eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** Which labels are shown. */
export interface FormatOptions {
  /** Labels of an image at most. */
  readonly top: number;
  /** Labels below this score, 0 to 1, are left out. */
  readonly minScore: number;
}

/** Writes a result for people: a heading, then a bar for each label. */
export function formatResult(result: SourceResult, options: FormatOptions): string {
  if (result.status !== "classified")
    return `${styleText("bold", result.source)}  ${styleText("red", result.status)} ${result.code}\n  ${result.message}\n`;
  const { decode, preprocess, inference } = result.timings;
  const about = `${result.width} × ${result.height} ${result.format}, ${(decode + preprocess + inference).toFixed(0)} ms`;
  const doubt = result.abstained ? `  ${styleText("yellow", "unsure: worth a look")}` : "";
  const labels = shownLabels(result, options);
  const width = Math.max(0, ...labels.map(({ label }) => label.length));
  const lines = labels.map(({ label, score }) => {
    const percent = `${(score * 100).toFixed(1)} %`.padStart(7);
    return `  ${label.padEnd(width)}  ${percent}  ${styleText("cyan", bar(score))}`;
  });
  const none = labels.length === 0 ? [`  no label scores ${options.minScore} or more`] : [];
  return [`${styleText("bold", result.source)}  ${styleText("dim", about)}${doubt}`, ...lines, ...none, ""].join("\n");
}

/** The labels that the options leave. */
export function shownLabels(result: Extract<SourceResult, { status: "classified" }>, { top, minScore }: FormatOptions) {
  return result.labels.slice(0, top).filter(({ score }) => score >= minScore);
}

/** A bar in eighths of a character, so that a small score is still seen. */
function bar(score: number): string {
  const parts = Math.round(score * barWidth * 8);
  return "█".repeat(Math.floor(parts / 8)) + eighths[parts % 8];
}
