import type { Classifier } from "../handler/classifyImage.ts";
import { openClassifier } from "../handler/openClassifier.ts";
import { repositoryPath } from "./paths.ts";

let opened: Promise<Classifier> | undefined;

/** The product's own classifier, opened once for all test files of a process. */
export function sharedClassifier(): Promise<Classifier> {
  opened ??= openClassifier({ manifestPath: repositoryPath("model/manifest.json"), threads: 1 });
  return opened;
}
