import type { ResultItem } from "../../handler/results/resultItem.ts";
import type { Operation } from "../dependencies.ts";
import { readQuery } from "../readQuery.ts";
import { streamRows } from "../streamRows.ts";
import { walkResults } from "../walkResults.ts";

const columns: Readonly<Record<string, (item: ResultItem) => unknown>> = {
  id: ({ id }) => id,
  key: ({ key }) => key,
  fileName: ({ fileName }) => fileName,
  status: ({ status }) => status,
  label: ({ topLabel }) => topLabel,
  score: ({ labels }) => labels?.[0]?.score,
  correction: ({ correction }) => correction?.label,
  problem: ({ problem }) => problem?.code,
  modelVersion: ({ modelVersion }) => modelVersion,
  classifiedAt: ({ classifiedAt }) => classifiedAt,
};

/** A list of results, whole, as CSV (RFC 4180). */
export const exportCsv: Operation = async (call, dependencies) => {
  const items = walkResults(readQuery(call.parameters), call, dependencies);
  async function* rows() {
    yield `${Object.keys(columns).join(",")}\r\n`;
    for await (const item of items)
      yield `${Object.values(columns)
        .map((value) => toCell(value(item)))
        .join(",")}\r\n`;
  }
  return streamRows(rows(), "text/csv; charset=utf-8", "results.csv", dependencies.maxExportBytes);
};

/** A spreadsheet takes a text that begins with one of these for a formula: an apostrophe in front keeps it a text. */
const formula = /^[=+\-@\t\r]/;

function toCell(value: unknown): string {
  if (value === undefined) return "";
  const text = typeof value === "string" && formula.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
