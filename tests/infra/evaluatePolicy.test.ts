import { test } from "uvu";
import * as assert from "uvu/assert";
import { evaluatePolicy, type PolicyStatement } from "./evaluatePolicy.ts";

const allow = (Action: string, Resource: string, more: Partial<PolicyStatement> = {}): PolicyStatement => ({
  ...{ Effect: "Allow", Action, Resource },
  ...more,
});
const read = { action: "s3:GetObject", resource: "arn:aws:s3:::b/in/x" };

test("nothing is allowed by itself", () => assert.is(evaluatePolicy([], read), "denied"));

test("wildcards stand for anything, and actions have no case", () => {
  assert.is(evaluatePolicy([allow("S3:get*", "arn:aws:s3:::b/in/*")], read), "allowed");
  assert.is(evaluatePolicy([allow("s3:GetObject", "arn:aws:s3:::b/out/*")], read), "denied");
});

test("a denial wins, wherever it stands", () => {
  const deny = { ...allow("s3:*", "*"), Effect: "Deny" as const };
  assert.is(evaluatePolicy([deny, allow("s3:GetObject", "*")], read), "denied");
});

test("a condition must hold, and a missing key does not", () => {
  const statement = allow("s3:GetObject", "*", { Condition: { StringLike: { "s3:prefix": "in/*" } } });
  assert.is(evaluatePolicy([statement], { ...read, context: { "s3:prefix": "in/a" } }), "allowed");
  assert.is(evaluatePolicy([statement], { ...read, context: { "s3:prefix": "out/a" } }), "denied");
  assert.is(evaluatePolicy([statement], read), "denied");
});

test("an operator that is not known is an error, not a guess", () => {
  const statement = allow("s3:GetObject", "*", { Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } } });
  assert.throws(() => evaluatePolicy([statement], { ...read, context: { "aws:SourceIp": "10.0.0.1" } }), /IpAddress/);
});

test.run();
