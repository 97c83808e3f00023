import type { Operation } from "../dependencies.ts";
import { listPage } from "../listPage.ts";
import { readQuery } from "../readQuery.ts";
import { showItem } from "../showItem.ts";

/** A page of results, newest first; classified ones unless asked otherwise. */
export const listResults: Operation = async (call, dependencies) => {
  const { items, next } = await listPage(readQuery(call.parameters), call, dependencies);
  return Response.json({ items: items.map(showItem), ...(next ? { next } : {}) });
};
