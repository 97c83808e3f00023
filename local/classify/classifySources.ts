import { Piscina } from "piscina";
import { type ClassifierOptions, openClassifier } from "../../handler/openClassifier.ts";
import { repositoryFile } from "../repositoryFile.ts";
import { classifySource, type SourceResult } from "./classifySource.ts";

/** How the sources are worked on. */
export interface ClassifySourcesOptions {
  readonly classifier: ClassifierOptions;
  /** Worker threads; 1 works in this thread. */
  readonly jobs: number;
  /** Ends the work early; results so far have been yielded. */
  readonly signal: AbortSignal;
}

/**
 * Classifies many sources at once and yields the results in the order of the sources.
 * @throws {ManifestError} when the model does not load.
 */
export async function* classifySources(
  sources: readonly string[],
  { classifier, jobs, signal }: ClassifySourcesOptions,
): AsyncGenerator<SourceResult> {
  // Standard input belongs to this thread.
  if (jobs === 1 || sources.length === 1 || sources.includes("-")) {
    const opened = await openClassifier(classifier);
    for (const source of sources) {
      if (signal.aborted) return;
      yield await classifySource(source, opened);
    }
    return;
  }
  const pool = new Piscina<string, SourceResult>({
    filename: repositoryFile("dist/cli/worker.mjs"),
    maxThreads: Math.min(jobs, sources.length),
    workerData: classifier,
  });
  try {
    const tasks = sources.map((source) => pool.run(source));
    // A task that fails while an earlier one is awaited must not count as unhandled.
    for (const task of tasks) task.catch(() => undefined);
    const stop = () => void pool.destroy();
    signal.addEventListener("abort", stop, { once: true });
    for (const task of tasks) yield await task;
  } finally {
    await pool.destroy();
  }
}
