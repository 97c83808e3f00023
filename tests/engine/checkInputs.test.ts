import { test } from "uvu";
import * as assert from "uvu/assert";
import { repositoryPath } from "../paths.ts";
import { checkInputs } from "./checkInputs.mjs";

const sdk = repositoryPath("node_modules/@pulumi/aws");
const problems = (type: string, inputs: Record<string, unknown>) =>
  checkInputs(sdk, type, inputs)?.map(({ property, reason }) => `${property}: ${reason}`);

test("inputs as the SDK declares them pass, however deep", () => {
  const rules = [{ id: "a", status: "Enabled", filter: { prefix: "" }, expiration: { days: 1 } }];
  assert.equal(
    problems("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", { bucket: "b", rules }),
    [],
  );
});

test("names, presence and types are told by their paths", () => {
  const rules = [{ id: 1, status: "Enabled", expiry: {}, expiration: { days: "1" } }];
  assert.equal(problems("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", { rules }), [
    "bucket: aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration needs it",
    "rules[0].id: expected a string, got 1",
    "rules[0].expiry: s3.BucketLifecycleConfigurationRule takes no such input",
    'rules[0].expiration.days: expected a number, got "1"',
  ]);
});

test("what only an update knows is let through, and what is no resource is told", () => {
  assert.equal(problems("aws:sqs/queue:Queue", { delaySeconds: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }), []);
  assert.is(problems("aws:sqs/tail:Tail", {}), undefined);
});

test.run();
