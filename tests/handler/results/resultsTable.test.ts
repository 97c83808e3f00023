import { test } from "uvu";
import * as assert from "uvu/assert";
import { createTableInput } from "../../../handler/results/resultsTable.ts";

test("the table and its four indexes declare exactly the attributes that they use", () => {
  const input = createTableInput("results");
  const used = [input, ...(input.GlobalSecondaryIndexes ?? [])].flatMap(({ KeySchema }) => KeySchema ?? []);
  const declared = (input.AttributeDefinitions ?? []).map(({ AttributeName }) => AttributeName);
  assert.equal(new Set(declared), new Set(used.map(({ AttributeName }) => AttributeName)));
  assert.equal(
    input.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName),
    ["byLabel", "byStatus", "forReview", "byContent"],
  );
});

test.run();
