import { chosen, listResults, type ResultsQuery } from "../handler/results/listResults.ts";
import type { ResultItem } from "../handler/results/resultItem.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import type { Call, Dependencies } from "./dependencies.ts";
import type { ReadQuery } from "./readQuery.ts";

/** One page of a list, and the cursor of the next one. */
export interface ListPage {
  readonly items: readonly ResultItem[];
  readonly next?: string;
}

/**
 * Reads a page. The narrowest index answers the question, the rest of it filters: a page may hold fewer than `limit`.
 * @throws {Problem} `bad-cursor`
 */
export async function listPage(query: ReadQuery, call: Call, dependencies: Dependencies): Promise<ListPage> {
  const { documents, tableName, isolateOwners } = dependencies;
  const question = toQuestion(query);
  const { attribute, value } = chosen(question);
  const having = {
    ...(query.label !== undefined && attribute !== "topLabel" ? { topLabel: query.label } : {}),
    ...(query.status !== undefined && attribute !== "status" ? { status: query.status } : {}),
    ...(isolateOwners ? { owner: call.caller! } : {}),
  };
  const names = ["id", attribute, "classifiedAt"];
  const { items, next } = await listResults(documents, tableName, question, {
    limit: query.limit,
    having,
    ...(query.from ? { from: query.from } : {}),
    ...(query.to ? { to: query.to } : {}),
    ...(query.cursor ? { next: readCursor(query.cursor, names, { [attribute]: value }) } : {}),
  });
  return { items, ...(next ? { next: writeCursor(next) } : {}) };
}

function toQuestion({ label, status = "classified", review }: ReadQuery): ResultsQuery {
  if (review) return { review };
  if (label !== undefined) return { label };
  return { status };
}
