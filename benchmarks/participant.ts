import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface, type Interface } from "node:readline";
import type { Steps } from "./participants/answerRequests.ts";

/** One answer of a participant; times in milliseconds. */
export interface Answer extends Steps {
  readonly whole: number;
  readonly peakMegabytes: number;
}

/** A program that classifies one photo after the other, in a process of its own. */
export class Participant {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;

  public constructor([command, ...args]: readonly string[]) {
    this.#process = spawn(command!, args);
    this.#process.stderr.pipe(process.stderr);
    const lines: Interface = createInterface(this.#process.stdout);
    this.#lines = lines[Symbol.asyncIterator]();
  }

  public async classify(photo: string): Promise<Answer> {
    this.#process.stdin.write(`${photo}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`${this.#process.spawnargs.join(" ")}: ended without an answer`);
    return JSON.parse(value) as Answer;
  }

  public close(): void {
    this.#process.stdin.end();
    this.#process.kill();
  }
}
