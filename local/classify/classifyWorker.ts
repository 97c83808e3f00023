import { workerData } from "node:worker_threads";
import { type ClassifierOptions, openClassifier } from "../../handler/openClassifier.ts";
import { classifySource, type SourceResult } from "./classifySource.ts";

const classifier = await openClassifier(workerData as ClassifierOptions);

/** One task of the pool: each worker has a classifier of its own. */
export default function classifyTask(source: string): Promise<SourceResult> {
  return classifySource(source, classifier);
}
