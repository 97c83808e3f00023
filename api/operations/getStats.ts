import type { Operation } from "../dependencies.ts";
import { walkResults } from "../walkResults.ts";

/** How many results have each status, how many wait for a person, and how many a person corrected. */
export const getStats: Operation = async (call, dependencies) => {
  const stats = { classified: 0, rejected: 0, failed: 0, review: 0, corrected: 0 };
  for (const status of ["classified", "rejected", "failed"] as const)
    for await (const item of walkResults({ status }, call, dependencies)) {
      stats[status] += 1;
      if (item.review) stats.review += 1;
      if (item.correction) stats.corrected += 1;
    }
  return Response.json(stats);
};
