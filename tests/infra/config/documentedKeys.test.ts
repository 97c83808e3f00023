import { readFileSync } from "node:fs";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { parseConfig } from "../../../infra/config/parseConfig.ts";
import type { RawConfig } from "../../../infra/config/readKeys.ts";
import { readDelivery } from "../../../infra/delivery/deliveryConfig.ts";
import { repositoryPath } from "../../paths.ts";

/** Every key that a reader asks for. */
function keysOf(read: (raw: RawConfig) => unknown): ReadonlySet<string> {
  const asked = new Set<string>();
  const raw = new Proxy<Record<string, string>>({}, { get: (_, key) => void asked.add(String(key)) });
  assert.throws(() => read(raw), /owner/);
  return asked;
}

for (const [file, read] of [
  ["Pulumi.yaml", (raw: RawConfig) => parseConfig("dev", raw)],
  ["delivery/Pulumi.yaml", readDelivery],
] as const)
  test(`${file} tells of every key that the program reads, and of no other`, () => {
    const text = readFileSync(repositoryPath(file), "utf8");
    const declared = [...text.matchAll(/^ {2}snaplabel(?:-delivery)?:(\w+):$/gm)].map(([, key]) => key!);
    const listed = [...text.matchAll(/^# {3}((?:\w+, )*\w+) {1,}/gm)].flatMap(([, keys]) => keys!.split(", "));
    assert.equal([...new Set([...declared, ...listed, "aws:region"])].sort(), [...keysOf(read)].sort());
  });

test.run();
