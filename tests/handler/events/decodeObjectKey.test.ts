import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { decodeObjectKey } from "../../../handler/events/decodeObjectKey.ts";
import { encodeObjectKey } from "../../../local/stack/toS3Event.ts";

const keys: readonly [string, string][] = [
  ["red+flower.jpg", "red flower.jpg"],
  ["1%2B1.jpg", "1+1.jpg"],
  ["a/b/c.jpg", "a/b/c.jpg"],
  ["%E7%8C%AB%2F%C3%BC.jpg", "猫/ü.jpg"],
  ["100%25.jpg", "100%.jpg"],
  ["50% off.jpg", "50% off.jpg"],
];

for (const [encoded, key] of keys) test(`${encoded} is ${key}`, () => assert.is(decodeObjectKey(encoded), key));

test("every key that is encoded as S3 does comes back", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (key) => decodeObjectKey(encodeObjectKey(key)) === key),
    { seed: 6 },
  );
});

test.run();
