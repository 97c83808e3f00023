/** What the gallery shows. */
export interface Filters {
  /** Best label; empty for all. */
  readonly label: string;
  readonly status: "classified" | "rejected" | "failed";
  /** Lowest score of the best label, 0 to 1. */
  readonly score: number;
}

/** Shows all that was classified. */
export const noFilters: Filters = { label: "", status: "classified", score: 0 };

/** The query of GET /results for a page of the gallery. */
export function toQuery({ label, status }: Filters, limit: number, cursor?: string): string {
  const query = new URLSearchParams({ status, limit: String(limit) });
  if (label.trim()) query.set("label", label.trim());
  if (cursor) query.set("cursor", cursor);
  return query.toString();
}
