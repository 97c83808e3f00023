import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Answered, judgeAnswers } from "../gate/judgeAnswers.ts";
import { readGolden } from "../gate/readGolden.ts";
import type { Verdict } from "../gate/verdict.ts";

/** Calls the version under examination. */
export type Invoke = (event: unknown) => Promise<unknown>;

/**
 * Has a version classify the golden photos, and judges its answers as the gate did with the image's.
 * @param folder - with golden.json and the photos it names.
 */
export async function examineClassifier(invoke: Invoke, folder: string): Promise<readonly Verdict[]> {
  const { photos, limits } = readGolden(await readFile(join(folder, "golden.json"), "utf8"));
  const answers: Answered[] = [];
  // One after the other: each concurrent call would start a new, cold environment.
  for (const photo of photos) {
    const image = (await readFile(join(folder, photo.file))).toString("base64");
    const answer = (await invoke({ image })) as { labels?: Answered["labels"] };
    answers.push({ photo, labels: answer.labels ?? [] });
  }
  return judgeAnswers(answers, limits);
}
