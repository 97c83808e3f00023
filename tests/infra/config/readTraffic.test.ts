import { test } from "uvu";
import * as assert from "uvu/assert";
import { KeyReader } from "../../../infra/config/readKeys.ts";
import { readTraffic } from "../../../infra/config/readTraffic.ts";

const read = (keys: Readonly<Record<string, string>>) => readTraffic(new KeyReader(keys));

test("traffic follows the newest version unless it is shifted", () => {
  assert.is(read({}), undefined);
  assert.equal(read({ trafficShift: "all-at-once" }), { kind: "all-at-once" });
  assert.equal(read({ trafficShift: "canary" }), { kind: "canary", percent: 10, minutes: 5 });
});

test.run();
