import { test } from "uvu";
import * as assert from "uvu/assert";
import { normalizeSequencer } from "../../../handler/events/normalizeSequencer.ts";

test("a shorter sequencer counts as if filled with zeros on the right", () => {
  assert.ok(normalizeSequencer("0055AED6DCD902") < normalizeSequencer("0055AED6DCD90281E5"));
  assert.ok(normalizeSequencer("0055AED6DCD903") > normalizeSequencer("0055AED6DCD90281E5"));
});

test("small and capital digits are the same", () => {
  assert.is(normalizeSequencer("00ab"), normalizeSequencer("00AB"));
});

test.run();
