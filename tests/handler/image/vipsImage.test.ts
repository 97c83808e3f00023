import { test } from "uvu";
import * as assert from "uvu/assert";
import { withPictures } from "../../../handler/image/vipsImage.ts";

function owned(log: string[]) {
  return (name: string) => ({ delete: () => void log.push(name) });
}

test("all that was owned is freed, newest first, and the result comes out", () => {
  const log: string[] = [];
  const result = withPictures((own) => {
    own(owned(log)("first"));
    own(owned(log)("second"));
    return 7;
  });
  assert.is(result, 7);
  assert.equal(log, ["second", "first"]);
});

test("what was owned is freed where the work fails", () => {
  const log: string[] = [];
  assert.throws(() =>
    withPictures((own) => {
      own(owned(log)("only"));
      throw new Error("damaged");
    }),
  );
  assert.equal(log, ["only"]);
});

test.run();
