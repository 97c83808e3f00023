import { execFileSync } from "node:child_process";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { normalizeSequencer } from "../../../handler/events/normalizeSequencer.ts";
import { findAnswer } from "../../../handler/results/findAnswer.ts";
import { getResult } from "../../../handler/results/getResult.ts";
import { listResults } from "../../../handler/results/listResults.ts";
import { putResult } from "../../../handler/results/putResult.ts";
import { sharedClassifier } from "../../sharedClassifier.ts";
import { type EmptyTable, withTables } from "../../stack.ts";
import { resultItem } from "./resultItem.ts";

const facts: readonly [string, (table: EmptyTable) => Promise<void>][] = [
  [
    "an item comes back as it was written",
    async ({ documents, tableName }) => {
      const item = resultItem({});
      assert.is(await putResult(documents, tableName, item), true);
      assert.equal(await getResult(documents, tableName, item.id), item);
    },
  ],
  [
    "the same event twice writes once",
    async ({ documents, tableName }) => {
      const item = resultItem({ sequencer: normalizeSequencer("0B") });
      assert.is(await putResult(documents, tableName, item), true);
      assert.is(await putResult(documents, tableName, { ...item, classifiedAt: "2030-01-01T00:00:00.000Z" }), false);
      assert.is((await getResult(documents, tableName, item.id))?.classifiedAt, item.classifiedAt);
    },
  ],
  [
    "an older event never overwrites a newer one, whichever comes first",
    async ({ documents, tableName }) => {
      const [older, newer] = ["0A", "0A1"].map((sequencer) =>
        resultItem({ sequencer: normalizeSequencer(sequencer), etag: sequencer }),
      );
      assert.is(await putResult(documents, tableName, newer!), true);
      assert.is(await putResult(documents, tableName, older!), false);
      assert.is((await getResult(documents, tableName, newer!.id))?.etag, "0A1");
    },
  ],
  [
    "a newer event overwrites an older one",
    async ({ documents, tableName }) => {
      await putResult(documents, tableName, resultItem({ sequencer: normalizeSequencer("0A") }));
      assert.is(await putResult(documents, tableName, resultItem({ sequencer: normalizeSequencer("0B") })), true);
    },
  ],
  [
    "asked for again, the same event's result is replaced, a newer one's is not",
    async ({ documents, tableName }) => {
      const at = (sequencer: string) => resultItem({ sequencer: normalizeSequencer(sequencer) });
      await putResult(documents, tableName, at("0B"));
      assert.is(await putResult(documents, tableName, at("0B"), { again: true }), true);
      assert.is(await putResult(documents, tableName, at("0A"), { again: true }), false);
    },
  ],
  [
    "a result without a sequencer does not replace one with",
    async ({ documents, tableName }) => {
      const { sequencer: _sequencer, ...plain } = resultItem({});
      assert.is(await putResult(documents, tableName, plain), true);
      assert.is(await putResult(documents, tableName, plain), true);
      await putResult(documents, tableName, resultItem({}));
      assert.is(await putResult(documents, tableName, plain), false);
    },
  ],
  [
    "a correction is overwritten by nobody who has not seen it",
    async ({ documents, tableName }) => {
      const [first, second] = ["2026-01-01T12:00:00.000Z", "2026-01-02T12:00:00.000Z"].map((at) => ({
        label: "Mia",
        at,
      }));
      const at = (sequencer: string) => resultItem({ sequencer: normalizeSequencer(sequencer), correction: first! });
      assert.is(await putResult(documents, tableName, at("0A")), true);
      assert.is(await putResult(documents, tableName, at("0B")), false);
      assert.is(await putResult(documents, tableName, at("0B"), { correction: second! }), false);
      assert.is(await putResult(documents, tableName, at("0B"), { correction: first! }), true);
      const { sequencer: _sequencer, ...plain } = resultItem({ id: "plain" });
      assert.is(await putResult(documents, tableName, plain, { correction: first! }), false);
    },
  ],
  [
    "results of a label are listed newest first, page by page",
    async ({ documents, tableName }) => {
      for (const day of [2, 1, 3])
        await putResult(
          documents,
          tableName,
          resultItem({ id: `tabby-${day}`, topLabel: "tabby", classifiedAt: `2026-01-0${day}T00:00:00.000Z` }),
        );
      await putResult(documents, tableName, resultItem({ id: "other", topLabel: "lynx" }));
      const first = await listResults(documents, tableName, { label: "tabby" }, { limit: 2 });
      assert.equal(
        first.items.map(({ id }) => id),
        ["tabby-3", "tabby-2"],
      );
      const second = await listResults(documents, tableName, { label: "tabby" }, { limit: 2, next: first.next! });
      assert.equal(
        second.items.map(({ id }) => id),
        ["tabby-1"],
      );
      assert.is(second.next, undefined);
    },
  ],
  [
    "the review queue holds what the model was unsure of, and nothing else",
    async ({ documents, tableName }) => {
      await putResult(documents, tableName, resultItem({ id: "sure" }));
      await putResult(documents, tableName, resultItem({ id: "unsure", review: "open" }));
      const { items } = await listResults(documents, tableName, { review: "open" });
      assert.equal(
        items.map(({ id }) => id),
        ["unsure"],
      );
    },
  ],
  [
    "results are listed by status",
    async ({ documents, tableName }) => {
      const problem = { code: "empty", message: "nothing" };
      await putResult(documents, tableName, resultItem({ id: "bad", status: "rejected", problem }));
      await putResult(documents, tableName, resultItem({ id: "good" }));
      const ids = async (status: "rejected" | "failed") =>
        (await listResults(documents, tableName, { status })).items.map(({ id }) => id);
      assert.equal(await ids("rejected"), ["bad"]);
      assert.equal(await ids("failed"), []);
    },
  ],
  [
    "the answer for the same bytes is found, of the same model version only",
    async ({ documents, tableName }) => {
      const { manifest } = (await sharedClassifier()).model;
      const item = resultItem({});
      await putResult(documents, tableName, {
        ...item,
        contentKey: `${item.sha256}#${manifest.name}@${manifest.version}`,
      });
      assert.equal((await findAnswer(documents, tableName, item.sha256!, manifest))?.labels, item.labels);
      assert.is(await findAnswer(documents, tableName, item.sha256!, { ...manifest, version: "9.9.9" }), undefined);
      assert.is(await findAnswer(documents, tableName, "other", manifest), undefined);
    },
  ],
];

const kinds = hasJava() ? (["dynalite", "java"] as const) : (["dynalite"] as const);
if (kinds.length === 1) console.log("DynamoDB Local: no Java with Maven here; the store is tested on dynalite alone.");

for (const kind of kinds)
  test(`${kind}: ${facts.length} facts of the store hold`, async () => {
    await withTables(kind, async (make) => {
      for (const [name, holds] of facts)
        await holds(await make()).catch((error) => {
          throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
        });
    });
  });

function hasJava(): boolean {
  try {
    for (const [program, option] of [
      ["java", "-version"],
      ["mvn", "--version"],
    ] as const)
      execFileSync(program, [option], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

test.run();
