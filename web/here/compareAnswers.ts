import type { Result } from "../api/result.ts";
import type { HereAnswer } from "./hereAnswer.ts";

/** Scores of two processors may differ in their last digits, not by more. */
const tolerance = 0.01;

/** Whether the browser and the server say the same, and in which sentence a person is told. */
export interface Comparison {
  readonly agrees: boolean;
  readonly sentence: string;
}

/** Compares what the server and this browser say of one image: model, refusal, best label and its score. */
export function compareAnswers(there: Result, here: HereAnswer): Comparison {
  const [best, own] = [there.labels?.[0], here.labels?.[0]];
  if (here.problem?.code === "not-here") return { agrees: false, sentence: here.problem.message };
  if (!best || !own) {
    const agrees = !best && !own && there.problem?.code === here.problem?.code;
    const said = own ? `${own.label} ${percent(own.score)}` : `refuses it (${here.problem?.code})`;
    return { agrees, sentence: `This browser: ${said}: ${agrees ? "agrees" : "differs"}` };
  }
  if (there.modelSha256 !== here.modelSha256)
    return { agrees: false, sentence: "This browser has another model than the server had: reload the page" };
  const agrees = best.label === own.label && Math.abs(best.score - own.score) <= tolerance;
  return { agrees, sentence: `This browser: ${own.label} ${percent(own.score)}: ${agrees ? "agrees" : "differs"}` };
}

function percent(score: number): string {
  return `${(score * 100).toFixed(1)} %`;
}
