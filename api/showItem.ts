import type { StoredItem } from "../handler/results/resultItem.ts";

/** A result as the API shows it: without what only the table itself needs. */
export function showItem(item: StoredItem): Omit<StoredItem, "contentKey" | "expiresAt" | "notify" | "topLabel"> {
  const { contentKey: _contentKey, expiresAt: _expiresAt, notify: _notify, topLabel: _topLabel, ...shown } = item;
  return shown;
}
