import type { Operation } from "../dependencies.ts";
import { readQuery } from "../readQuery.ts";
import { showItem } from "../showItem.ts";
import { streamRows } from "../streamRows.ts";
import { walkResults } from "../walkResults.ts";

/** A list of results, whole, one JSON object a line. */
export const exportJsonLines: Operation = async (call, dependencies) => {
  const items = walkResults(readQuery(call.parameters), call, dependencies);
  async function* rows() {
    for await (const item of items) yield `${JSON.stringify(showItem(item))}\n`;
  }
  return streamRows(rows(), "application/x-ndjson", "results.jsonl", dependencies.maxExportBytes);
};
