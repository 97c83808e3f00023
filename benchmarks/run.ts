import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { SingleBar } from "cli-progress";
import { type Answer, Participant } from "./participant.ts";
import { photos, prepare } from "./prepare.ts";
import { median, quantile } from "./statistics.ts";

// Prints ratios: one run, all programs in turn, so that a slow moment of the machine meets them all.
// Usage: npm run bench [-- ROUNDS]
const rounds = Number(process.argv[2] ?? 25);
const warmUps = 30;
const starts = 7;
const settleMilliseconds = 20;
const targets = {
  python: { VGA: 3.8, "1080p": 1.3, "12 MP": 0.45 },
  imageJs: { VGA: 0.5, "1080p": 0.3, "12 MP": 0.15 },
  start: 0.75,
  peakMegabytes: 310,
};
const names = {
  snaplabel: "snaplabel",
  python: "Python onnxruntime + Pillow",
  imageJs: "onnxruntime-web + image-js alone",
} as const;
type Name = keyof typeof names;

console.error("Preparing photos, bundles and the Python environment …");
const prepared = await prepare();
const bar = new SingleBar({ format: "{bar} {percentage} % {step}", stream: process.stderr, clearOnComplete: true });
bar.start((rounds + warmUps) * photos.length + starts, 0, { step: "warm" });
const warm = await measureWarm();
const cold = await measureStarts();
bar.stop();
printWarm();
printRatios();
printStarts();
process.exit();

async function measureWarm(): Promise<Record<string, Record<Name, Answer[]>>> {
  const participants = Object.keys(names).map(
    (name) => [name as Name, new Participant(prepared[name as Name])] as const,
  );
  const found: Record<string, Record<Name, Answer[]>> = {};
  for (const [index, { name: photo }] of photos.entries()) {
    found[photo] = { snaplabel: [], python: [], imageJs: [] };
    for (let round = 0; round < rounds + warmUps; round += 1, bar.increment())
      for (const [name, participant] of participants) {
        // What one program still does in the background must not meet the next one.
        await sleep(settleMilliseconds);
        const answer = await participant.classify(prepared.photoPaths[index]!);
        if (round >= warmUps) found[photo][name].push(answer);
      }
  }
  for (const [, participant] of participants) participant.close();
  return found;
}

/** Process start to first label in milliseconds, and the peak memory after one 12 MP photo. */
async function measureStarts() {
  const found = { snaplabel: [] as number[], plainOrder: [] as number[], python: [] as number[], peak: [] as number[] };
  for (let round = 0; round < starts; round += 1, bar.increment({ step: "start" })) {
    for (const name of ["snaplabel", "python"] as const) found[name].push(await startOf(prepared[name]));
    const start = performance.now();
    const child = spawn(prepared.plainOrder[0]!, [...prepared.plainOrder.slice(1), prepared.photoPaths[0]!], {
      env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
    });
    await once(child.stdout, "data");
    found.plainOrder.push(performance.now() - start);
    await once(child, "close");
    const participant = new Participant(prepared.snaplabel);
    found.peak.push((await participant.classify(prepared.photoPaths[2]!)).peakMegabytes);
    participant.close();
  }
  return found;
}

async function startOf(command: readonly string[]): Promise<number> {
  const start = performance.now();
  const participant = new Participant(command);
  await participant.classify(prepared.photoPaths[0]!);
  const time = performance.now() - start;
  participant.close();
  return time;
}

function printWarm(): void {
  console.log(
    `Warm, one thread, ${rounds} rounds, milliseconds (medians; p95 of the whole), ${prepared.nodeVersion}:\n`,
  );
  console.log("| photo | program | decode | preprocess | inference | whole | p95 |\n|---|---|---|---|---|---|---|");
  for (const { name: photo } of photos)
    for (const name of Object.keys(names) as Name[]) {
      const answers = warm[photo]![name];
      const middle = (step: keyof Answer) => median(answers.map((answer) => answer[step])).toFixed(1);
      const tail = quantile(
        answers.map(({ whole }) => whole),
        0.95,
      ).toFixed(1);
      const steps = (["decode", "preprocess", "inference", "whole"] as const).map(middle).join(" | ");
      console.log(`| ${photo} | ${names[name]} | ${steps} | ${tail} |`);
    }
}

function printRatios(): void {
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

function printStarts(): void {
  const start = median(cold.snaplabel);
  const ratio = (start / median(cold.plainOrder)).toFixed(2);
  console.log(
    `\nProcess start to first label: ${start.toFixed(0)} ms, the plain order ${median(cold.plainOrder).toFixed(0)} ms: ${ratio} × (≤ ${targets.start}); Python ${median(cold.python).toFixed(0)} ms.`,
  );
  console.log(
    `Peak memory of one process after a 12 MP photo: ${median(cold.peak).toFixed(0)} MB (≤ ${targets.peakMegabytes}).`,
  );
}
