import { test } from "uvu";
import * as assert from "uvu/assert";
import { readQuery } from "../../api/readQuery.ts";
import { noFilters, toQuery } from "../../web/gallery/filters.ts";

test("what the gallery asks is what the API reads", () => {
  const query = toQuery({ label: " a&b=c ü ", status: "rejected", score: 0.5 }, 24, "abc");
  const { label, status, limit, cursor } = readQuery(Object.fromEntries(new URLSearchParams(query)));
  assert.equal([label, status, limit, cursor], ["a&b=c ü", "rejected", 24, "abc"]);
});

test("without a label all are shown", () => {
  assert.is(toQuery(noFilters, 24), "status=classified&limit=24");
});

test.run();
