import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

/** Times of one classification in milliseconds, and the place of the best label in the model's output. */
export interface Steps {
  readonly decode: number;
  readonly preprocess: number;
  readonly inference: number;
  readonly best: number;
}

/**
 * Answers requests of the benchmark: each line of standard input is the path of a photo, each answer a line of JSON
 * with the steps, the time of the whole (reading the file included) and the process's peak memory in MB.
 */
export async function answerRequests(classify: (bytes: Uint8Array) => Promise<Steps>): Promise<void> {
  for await (const path of createInterface(process.stdin)) {
    const start = performance.now();
    const steps = await classify(readFileSync(path));
    const whole = performance.now() - start;
    console.log(JSON.stringify({ ...steps, whole, peakMegabytes: process.resourceUsage().maxRSS / 1024 }));
  }
}
