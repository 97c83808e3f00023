import { test } from "uvu";
import * as assert from "uvu/assert";
import { checkStackName } from "../../../infra/config/checkStackName.ts";
import { program } from "../program.ts";
import { readWith } from "./readWith.ts";

/** Pulumi appends "-" and seven digits. */
const suffix = 8;

const check = (stack: string) => readWith((keys) => checkStackName(keys, stack), {}).problems;

for (const good of ["dev", "prod", "team-a-2", "a".repeat(20)])
  test(`"${good}" may be a stack`, () => assert.equal(check(good), []));

for (const bad of ["Dev", "2nd", "my_stack", "", "a".repeat(21)])
  test(`"${bad}" may not`, () => assert.match(String(check(bad)), /the stack's name: expected up to 20 lower-case/));

test("with the longest name, roles, functions and buckets keep within AWS's lengths", async () => {
  const everything = { webhooks: "true", trafficShift: "canary", page: "true", apiAccess: "open-to-the-world" };
  const limits = { "aws:iam/role:Role": 64, "aws:lambda/function:Function": 64, "aws:s3/bucket:Bucket": 63 };
  for (const { type, name } of await program(everything)) {
    const longest = name.replace("snaplabel-test", `snaplabel-${"a".repeat(20)}`).length + suffix;
    assert.ok(longest <= (limits[type as keyof typeof limits] ?? 255), `${type} ${name}: ${longest}`);
  }
});

test.run();
