import type { Answer } from "./participant.ts";
import { photos } from "./prepare.ts";
import { median, quantile } from "./statistics.ts";

const targets = {
  python: { VGA: 3.8, "1080p": 1.3, "12 MP": 0.45 },
  imageJs: { VGA: 0.5, "1080p": 0.3, "12 MP": 0.15 },
  start: 0.75,
  peakMegabytes: 310,
};
/** The programs that are compared, and what the tables call them. */
export const programs = {
  snaplabel: "snaplabel",
  python: "Python onnxruntime + Pillow",
  imageJs: "onnxruntime-web + image-js alone",
} as const;
export type ProgramName = keyof typeof programs;

/** Answers by photo and program, round by round. */
export type Warm = Record<string, Record<ProgramName, Answer[]>>;

/** Process start to first label in milliseconds, and the peak memory after one 12 MP photo in MB. */
export interface Cold {
  readonly snaplabel: number[];
  readonly plainOrder: number[];
  readonly python: number[];
  readonly peak: number[];
}

/** All that one run measured. */
export interface Report {
  readonly warm: Warm;
  readonly cold: Cold;
  readonly rounds: number;
  readonly nodeVersion: string;
}

/** Prints the run as Markdown: times, then ratios beside what is wanted of them. */
export function printReport(report: Report): void {
  printWarm(report);
  printRatios(report);
  printStarts(report);
}

function printWarm({ warm, rounds, nodeVersion }: Report): void {
  console.log(`Warm, one thread, ${rounds} rounds, milliseconds (medians; p95 of the whole), ${nodeVersion}:\n`);
  console.log("| photo | program | decode | preprocess | inference | whole | p95 |\n|---|---|---|---|---|---|---|");
  for (const { name: photo } of photos)
    for (const name of Object.keys(programs) as ProgramName[]) {
      const answers = warm[photo]![name];
      const middle = (step: keyof Answer) => median(answers.map((answer) => answer[step])).toFixed(1);
      const tail = quantile(
        answers.map(({ whole }) => whole),
        0.95,
      ).toFixed(1);
      const steps = (["decode", "preprocess", "inference", "whole"] as const).map(middle).join(" | ");
      console.log(`| ${photo} | ${programs[name]} | ${steps} | ${tail} |`);
    }
}

function printRatios({ warm }: Report): void {
  console.log("\nWarm whole of snaplabel as a ratio:\n");
  console.log("| photo | against Python (target) | against image-js alone (target) |\n|---|---|---|");
  for (const { name: photo } of photos) {
    // Round by round, as both met the same moment of the machine.
    const ratio = (name: "python" | "imageJs") => {
      const rounds = warm[photo]!.snaplabel.map(({ whole }, round) => whole / warm[photo]![name][round]!.whole);
      return `${median(rounds).toFixed(2)} × (≤ ${targets[name][photo]})`;
    };
    console.log(`| ${photo} | ${ratio("python")} | ${ratio("imageJs")} |`);
  }
}

function printStarts({ cold }: Report): void {
  const start = median(cold.snaplabel);
  const ratio = (start / median(cold.plainOrder)).toFixed(2);
  console.log(
    `\nProcess start to first label: ${start.toFixed(0)} ms, the plain order ${median(cold.plainOrder).toFixed(0)} ms: ${ratio} × (≤ ${targets.start}); Python ${median(cold.python).toFixed(0)} ms.`,
  );
  console.log(
    `Peak memory of one process after a 12 MP photo: ${median(cold.peak).toFixed(0)} MB (≤ ${targets.peakMegabytes}).`,
  );
}
