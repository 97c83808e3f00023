import { setTimeout as sleep } from "node:timers/promises";
import type { Handler, Reporter } from "../../handler/createHandler.ts";

const attempts = 3;
const defaultRetryDelayMilliseconds = 500;

/**
 * Stands for the queue between S3 and the function: hands over one event after the other and tries a failed one
 * again, three times in all; then it is reported as dead. Events wait here until `start`.
 */
export class EventQueue<Event> {
  readonly #waiting: Event[] = [];
  readonly #report: Reporter;
  readonly #retryDelay: number;
  #handler: Handler | undefined;
  #work: Promise<void> = Promise.resolve();
  #stopped = false;

  public constructor(report: Reporter, retryDelayMilliseconds = defaultRetryDelayMilliseconds) {
    this.#report = report;
    this.#retryDelay = retryDelayMilliseconds;
  }

  /** Takes an event; it is handled after those before it. */
  public push(event: Event): void {
    this.#waiting.push(event);
    if (this.#handler) this.#work = this.#work.then(() => this.#drain());
  }

  /** Begins to hand events over. */
  public start(handler: Handler): void {
    this.#handler = handler;
    this.#work = this.#drain();
  }

  /** Resolves once nothing is waiting or at work. */
  public async idle(): Promise<void> {
    while (this.#waiting.length > 0) await this.#work;
    await this.#work;
  }

  /** Finishes the event at hand; findUnclassified finds the others again. */
  public async stop(): Promise<void> {
    this.#stopped = true;
    await this.#work;
  }

  async #drain(): Promise<void> {
    while (!this.#stopped) {
      const event = this.#waiting.shift();
      if (event === undefined) return;
      await this.#deliver(event);
    }
  }

  async #deliver(event: Event): Promise<void> {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      try {
        await this.#handler?.(event);
        return;
      } catch (error) {
        if (attempt === attempts)
          this.#report.retry(new Error(`given up after ${attempts} attempts`, { cause: error }), event);
        else await sleep(this.#retryDelay * attempt);
      }
    }
  }
}
