import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { SingleBar } from "cli-progress";
import { Participant } from "./participant.ts";
import { photos, prepare } from "./prepare.ts";
import { type Cold, type ProgramName, printReport, programs, type Warm } from "./printReport.ts";

// Prints ratios: one run, all programs in turn, so that a slow moment of the machine meets them all.
// Usage: npm run bench [-- ROUNDS]
const rounds = Number(process.argv[2] ?? 25);
const warmUps = 30;
const starts = 7;
const settleMilliseconds = 20;
console.error("Preparing photos, bundles and the Python environment …");
const prepared = await prepare();
const bar = new SingleBar({ format: "{bar} {percentage} % {step}", stream: process.stderr, clearOnComplete: true });
bar.start((rounds + warmUps) * photos.length + starts, 0, { step: "warm" });
const warm = await measureWarm();
const cold = await measureStarts();
bar.stop();
printReport({ warm, cold, rounds, nodeVersion: prepared.nodeVersion });
process.exit();

async function measureWarm(): Promise<Warm> {
  const participants = Object.keys(programs).map(
    (name) => [name as ProgramName, new Participant(prepared[name as ProgramName])] as const,
  );
  const found: Warm = {};
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
async function measureStarts(): Promise<Cold> {
  const found = { snaplabel: [] as number[], plainOrder: [] as number[], python: [] as number[], peak: [] as number[] };
  for (let round = 0; round < starts; round += 1, bar.increment({ step: "start" })) {
    for (const name of ["snaplabel", "python"] as const) found[name].push(await startOf(prepared[name]));
    const start = performance.now();
    const child = spawn(prepared.plainOrder[0]!, [...prepared.plainOrder.slice(1), prepared.photoPaths[0]!]);
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
