import { styleText } from "node:util";
import type { Handled } from "../../handler/storeOutcome.ts";

/** Writes what became of an object as one line of a log for people. */
export function formatHandled({ item, written }: Handled): string {
  const time = item.classifiedAt.slice(11, 19);
  const key = item.key.padEnd(28);
  if (!written) return `${time}  ${key}  ${styleText("dim", "known already")}`;
  if (item.problem)
    return `${time}  ${key}  ${styleText("red", item.status)} ${item.problem.code}: ${item.problem.message}`;
  const labels = (item.labels ?? []).slice(0, 3).map(({ label, score }) => `${label} ${(score * 100).toFixed(0)} %`);
  const notes = [
    ...(item.review ? [styleText("yellow", "unsure")] : []),
    ...(item.reused ? ["same bytes as before"] : []),
  ];
  return [`${time}  ${key}  ${labels.join(", ")}`, ...notes].join("  ");
}
