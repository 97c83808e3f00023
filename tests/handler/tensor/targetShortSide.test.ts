import { test } from "uvu";
import * as assert from "uvu/assert";
import { targetShortSide } from "../../../handler/tensor/targetShortSide.ts";
import { modelInput } from "./modelInput.ts";

test("shortest-side needs its own side, the others the input's larger one", () => {
  const resize = { rule: "shortest-side", side: 256, crop: "center", filter: "bicubic" } as const;
  assert.is(targetShortSide(modelInput({ resize })), 256);
  assert.is(targetShortSide(modelInput({ width: 64, height: 32 })), 64);
});

test.run();
