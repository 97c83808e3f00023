import type { Operation } from "../dependencies.ts";
import { walkResults } from "../walkResults.ts";

/** The best labels of classified images and how many have each, most frequent first; a correction counts instead of the model's. */
export const listLabels: Operation = async (call, dependencies) => {
  const counts = new Map<string, number>();
  for await (const { correction, topLabel } of walkResults({ status: "classified" }, call, dependencies)) {
    const label = correction?.label ?? topLabel;
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const labels = [...counts].map(([label, count]) => ({ label, count }));
  return Response.json({ labels: labels.sort((a, b) => b.count - a.count || a.label.localeCompare(b.label)) });
};
