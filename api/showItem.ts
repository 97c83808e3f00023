import type { StoredItem } from "../handler/results/resultItem.ts";

/** A result as the API shows it: without what only the table's indexes need. */
export function showItem(item: StoredItem): Omit<StoredItem, "contentKey" | "expiresAt" | "topLabel"> {
  const { contentKey: _contentKey, expiresAt: _expiresAt, topLabel: _topLabel, ...shown } = item;
  return shown;
}
