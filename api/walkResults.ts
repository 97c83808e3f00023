import type { ResultItem } from "../handler/results/resultItem.ts";
import type { Call, Dependencies } from "./dependencies.ts";
import { listPage } from "./listPage.ts";
import type { ReadQuery } from "./readQuery.ts";

const pageSize = 200;

/** Walks a whole list page by page: no more than one page is in memory. */
export async function* walkResults(
  query: Omit<ReadQuery, "limit">,
  call: Call,
  dependencies: Dependencies,
): AsyncGenerator<ResultItem> {
  let cursor = query.cursor;
  do {
    const { items, next } = await listPage(
      { ...query, limit: pageSize, ...(cursor ? { cursor } : {}) },
      call,
      dependencies,
    );
    yield* items;
    cursor = next;
  } while (cursor);
}
