import type { ResultStatus } from "../handler/results/resultItem.ts";
import { Problem } from "./problem.ts";

const statuses: readonly ResultStatus[] = ["classified", "rejected", "failed"];

/** Which results are asked for, and how many of them. */
export interface ReadQuery {
  readonly label?: string;
  readonly status?: ResultStatus;
  readonly review?: "open";
  /** ISO 8601, UTC; inclusive. */
  readonly from?: string;
  /** ISO 8601, UTC; inclusive. */
  readonly to?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/**
 * Reads the query parameters of a list.
 * @throws {Problem} `bad-parameter`, naming the parameter, what it got and what is allowed.
 */
export function readQuery({
  label,
  status,
  review,
  from,
  to,
  limit,
  cursor,
}: Readonly<Record<string, string>>): ReadQuery {
  if (status !== undefined && !statuses.includes(status as ResultStatus))
    throw bad("status", `one of ${statuses.join(", ")}`, status);
  if (review !== undefined && review !== "open") throw bad("review", "open", review);
  if (label !== undefined && (label === "" || label.length > 200)) throw bad("label", "1 to 200 characters", label);
  return {
    ...(label === undefined ? {} : { label }),
    ...(status === undefined ? {} : { status: status as ResultStatus }),
    ...(review === undefined ? {} : { review }),
    ...(from === undefined ? {} : { from: readTime("from", from) }),
    ...(to === undefined ? {} : { to: readTime("to", to) }),
    ...(cursor === undefined ? {} : { cursor }),
    limit: readLimit(limit),
  };
}

function readTime(name: string, text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z)?$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw bad(name, "a date like 2026-01-31, or a time like 2026-01-31T12:00:00Z", text);
  return new Date(time).toISOString();
}

function readLimit(text = "50"): number {
  const limit = Number(text);
  if (!/^\d+$/.test(text) || limit < 1 || limit > 200) throw bad("limit", "a whole number from 1 to 200", text);
  return limit;
}

function bad(name: string, expected: string, got: string): Problem {
  return new Problem("bad-parameter", `${name}: expected ${expected}, got "${got.slice(0, 100)}"`);
}
