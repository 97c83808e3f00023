import { getResult } from "../handler/results/getResult.ts";
import type { StoredItem } from "../handler/results/resultItem.ts";
import type { Call, Dependencies } from "./dependencies.ts";
import { Problem } from "./problem.ts";

/**
 * Finds the image of a call. One that belongs to somebody else is not found either: that it exists is his to know.
 * @throws {Problem} `not-found`
 */
export async function findVisible(call: Call, dependencies: Dependencies): Promise<StoredItem> {
  const id = call.parameters["id"] ?? "";
  const item = /^[\w-]{22}$/.test(id) ? await getResult(dependencies.documents, dependencies.tableName, id) : undefined;
  if (item && (!dependencies.isolateOwners || item.owner === call.caller)) return item;
  throw new Problem("not-found", `id: no image "${id.slice(0, 40)}"; GET /results lists those that are known`);
}
