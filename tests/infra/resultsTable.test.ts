import { test } from "uvu";
import * as assert from "uvu/assert";
import { createTableInput } from "../../handler/results/resultsTable.ts";
import { ResultsTable } from "../../infra/resultsTable.ts";
import { collect, only } from "./collect.ts";

const table = async (production: boolean, stream = false) =>
  only(await collect(() => new ResultsTable("results", { production, stream })), "aws:dynamodb/table:Table").inputs;

test("the cloud's table has the keys and indexes of the local one", async () => {
  const inputs = await table(false);
  const local = createTableInput("results");
  assert.is(inputs.hashKey, local.KeySchema![0]!.AttributeName);
  assert.equal(
    inputs.attributes.map(({ name }: { name: string }) => name),
    local.AttributeDefinitions!.map(({ AttributeName }) => AttributeName),
  );
  assert.equal(
    inputs.globalSecondaryIndexes.map(
      ({ name, keySchemas }: { name: string; keySchemas: { attributeName: string }[] }) => [
        name,
        ...keySchemas.map(({ attributeName }) => attributeName),
      ],
    ),
    local.GlobalSecondaryIndexes!.map(({ IndexName, KeySchema }) => [
      IndexName,
      ...KeySchema!.map(({ AttributeName }) => AttributeName),
    ]),
  );
});

test("it is billed on demand, backed up and encrypted, and its items can expire", async () => {
  const { billingMode, pointInTimeRecovery, serverSideEncryption, ttl } = await table(false);
  assert.equal(
    { billingMode, pointInTimeRecovery, serverSideEncryption, ttl },
    {
      billingMode: "PAY_PER_REQUEST",
      pointInTimeRecovery: { enabled: true },
      serverSideEncryption: { enabled: true },
      ttl: { attributeName: "expiresAt", enabled: true },
    },
  );
});

test("deletion is refused in production only", async () => {
  assert.equal(
    [(await table(true)).deletionProtectionEnabled, (await table(false)).deletionProtectionEnabled],
    [true, false],
  );
});

test("it has a stream only where the stack wants one", async () => {
  const streamOf = ({ streamEnabled, streamViewType }: Record<string, unknown>) => [streamEnabled, streamViewType];
  assert.equal(streamOf(await table(false)), [undefined, undefined]);
  assert.equal(streamOf(await table(false, true)), [true, "NEW_AND_OLD_IMAGES"]);
});

test.run();
