import { test } from "uvu";
import * as assert from "uvu/assert";
import type { Problem } from "../../api/problem.ts";
import { streamRows } from "../../api/streamRows.ts";
import { rejection } from "../rejection.ts";

async function* rows(count: number) {
  for (let row = 0; row < count; row++) yield "Müsli\n";
}

test("rows go out as they are read, however many", async () => {
  const response = await streamRows(rows(1000), "text/csv", "rows.csv");
  assert.is((await response.arrayBuffer()).byteLength, 7000);
  assert.is(response.headers.get("content-disposition"), 'attachment; filename="rows.csv"');
});

test("where an answer goes out in one piece, it may be as large as that, and no byte larger", async () => {
  assert.is((await (await streamRows(rows(3), "text/csv", "rows.csv", 21)).arrayBuffer()).byteLength, 21);
  const problem = (await rejection(streamRows(rows(3), "text/csv", "rows.csv", 20))) as Problem;
  assert.equal([problem.code, problem.status], ["too-large", 413]);
  assert.match(problem.message, /expected at most 20 bytes, got more; ask for less by from and to/);
});

test.run();
