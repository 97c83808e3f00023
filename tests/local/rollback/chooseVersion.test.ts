import { test } from "uvu";
import * as assert from "uvu/assert";
import { chooseVersion } from "../../../local/rollback/chooseVersion.ts";

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const versions = [
  { version: "2", digest: digest("a") },
  { version: "9", digest: digest("b") },
  { version: "10", digest: digest("c") },
  { version: "11", digest: digest("c") },
];

test("without a wish it is the image before: another memory size of the same image is none", () => {
  assert.is(chooseVersion(versions, "11").version, "9");
  assert.is(chooseVersion(versions, "9").version, "2");
});

test("a version or a digest is found, of several the newest", () => {
  assert.is(chooseVersion(versions, "11", "2").version, "2");
  assert.is(chooseVersion(versions, "2", digest("c")).version, "11");
});

test("what is not there is said, with what is", () => {
  assert.throws(() => chooseVersion(versions, "11", "7"), /--to: expected .* got "7"; there are 11 \(sha256:cccc/);
  assert.throws(() => chooseVersion(versions, "2"), /one before 2 with another image/);
});

test.run();
