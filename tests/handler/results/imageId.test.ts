import { test } from "uvu";
import * as assert from "uvu/assert";
import { imageId } from "../../../handler/results/imageId.ts";

test("an id is 22 characters that a URL carries as they are", () => {
  assert.match(imageId("images", "猫/ü %.jpg"), /^[A-Za-z0-9_-]{22}$/);
});

test("the same object has the same id, another bucket or key another", () => {
  assert.is(imageId("a", "b"), imageId("a", "b"));
  assert.is.not(imageId("a", "b"), imageId("b", "a"));
  assert.is.not(imageId("a", "b"), imageId("ab", ""));
});

test.run();
