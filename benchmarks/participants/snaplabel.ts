import { fileURLToPath } from "node:url";
import { classifyImage } from "../../handler/classifyImage.ts";
import { openClassifier } from "../../handler/openClassifier.ts";
import { answerRequests } from "./answerRequests.ts";

// Runs from a bundle of its own, beside which the model lies as in the handler's.
const manifestPath = fileURLToPath(new URL("model/manifest.json", import.meta.url));
const classifier = await openClassifier({ manifestPath, threads: 1 });
await answerRequests(async (bytes) => {
  const { labels, timings } = await classifyImage(bytes, classifier);
  return { ...timings, best: labels[0]!.index };
});
