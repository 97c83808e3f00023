import { test } from "uvu";
import * as assert from "uvu/assert";
import { allStatements } from "./allStatements.ts";
import { checkStatements } from "./checkStatements.ts";
import { only } from "./collect.ts";
import { evaluatePolicy, type PolicyStatement, type Request } from "./evaluatePolicy.ts";
import { program } from "./program.ts";

const everything = {
  ...{ publicReadPrefix: "shown/", developerUsers: '["ann"]', webhooks: "true", page: "true" },
  ...{ apiAccess: "jwt", jwtIssuer: "https://issuer.example.com", jwtAudiences: '["web"]' },
};

async function everyStatement() {
  const found = allStatements(await program(everything));
  assert.ok(found.length > 15);
  return found;
}

test("every policy names published actions, allows none by a wildcard, and all resources only where there are none", async () => {
  await checkStatements(await everyStatement());
});

const bucket = "arn:snaplabel-test-images:Bucket";
const table = "arn:snaplabel-test-results:Table";
const queue = "arn:snaplabel-test-uploads:Queue";
const dead = "arn:snaplabel-test-uploads-dead:Queue";
const logs = "arn:snaplabel-test-classify:LogGroup";
const prefix = (value: string) => ({ "s3:prefix": value });

const handler: Readonly<Record<"allowed" | "denied", readonly Request[]>> = {
  allowed: [
    { action: "s3:GetObject", resource: `${bucket}/incoming/cat.jpg` },
    { action: "s3:GetObjectVersion", resource: `${bucket}/incoming/cat.jpg` },
    { action: "dynamodb:GetItem", resource: table },
    { action: "dynamodb:PutItem", resource: table },
    { action: "dynamodb:Query", resource: `${table}/index/byContent` },
    { action: "sqs:DeleteMessage", resource: queue },
    { action: "sqs:SendMessage", resource: dead },
    { action: "logs:PutLogEvents", resource: `${logs}:log-stream:x` },
    { action: "xray:PutTraceSegments", resource: "*" },
  ],
  denied: [
    { action: "s3:PutObject", resource: `${bucket}/incoming/cat.jpg` },
    { action: "s3:DeleteObject", resource: `${bucket}/incoming/cat.jpg` },
    { action: "s3:GetObject", resource: "arn:another:Bucket/x" },
    { action: "dynamodb:Scan", resource: table },
    { action: "dynamodb:DeleteTable", resource: table },
    { action: "sqs:SendMessage", resource: queue },
    { action: "iam:PassRole", resource: "*" },
    { action: "lambda:InvokeFunction", resource: "*" },
  ],
};

const developer: typeof handler = {
  allowed: [
    { action: "s3:PutObject", resource: `${bucket}/incoming/cat.jpg` },
    { action: "s3:ListBucket", resource: bucket, context: prefix("incoming/a") },
    { action: "dynamodb:Query", resource: `${table}/index/byLabel` },
    { action: "logs:FilterLogEvents", resource: `${logs}:*` },
    { action: "logs:GetQueryResults", resource: "arn:snaplabel-test-api:LogGroup:*" },
    { action: "logs:StartQuery", resource: "arn:snaplabel-test-webhooks:LogGroup:*" },
    { action: "cloudwatch:GetDashboard", resource: "arn:snaplabel-test:Dashboard" },
    { action: "cloudwatch:GetMetricData", resource: "*" },
  ],
  denied: [
    { action: "s3:PutObject", resource: `${bucket}/other/cat.jpg` },
    { action: "s3:ListBucket", resource: bucket, context: prefix("other/") },
    { action: "s3:ListBucket", resource: bucket },
    { action: "s3:PutBucketPolicy", resource: bucket },
    { action: "dynamodb:PutItem", resource: table },
    { action: "logs:DeleteLogGroup", resource: logs },
    { action: "logs:StartQuery", resource: "arn:another:LogGroup:*" },
    { action: "cloudwatch:PutDashboard", resource: "arn:snaplabel-test:Dashboard" },
    { action: "lambda:UpdateFunctionCode", resource: "*" },
    { action: "iam:CreateAccessKey", resource: "*" },
  ],
};

const api: typeof handler = {
  allowed: [
    { action: "s3:PutObject", resource: `${bucket}/incoming/cat.jpg` },
    { action: "s3:GetObject", resource: `${bucket}/incoming/cat.jpg` },
    { action: "s3:DeleteObject", resource: `${bucket}/incoming/cat.jpg` },
    { action: "dynamodb:UpdateItem", resource: table },
    { action: "dynamodb:DeleteItem", resource: table },
    { action: "dynamodb:Query", resource: `${table}/index/byStatus` },
    { action: "logs:PutLogEvents", resource: "arn:snaplabel-test-api:LogGroup:log-stream:x" },
  ],
  denied: [
    { action: "s3:PutObject", resource: `${bucket}/other/cat.jpg` },
    { action: "s3:DeleteObjectVersion", resource: `${bucket}/incoming/cat.jpg` },
    { action: "s3:ListBucket", resource: bucket },
    { action: "dynamodb:Scan", resource: table },
    { action: "dynamodb:DeleteTable", resource: table },
    { action: "sqs:SendMessage", resource: queue },
    { action: "lambda:InvokeFunction", resource: "*" },
  ],
};

const webhookQueue = "arn:snaplabel-test-webhooks:Queue";

const webhook: typeof handler = {
  allowed: [
    { action: "dynamodb:GetItem", resource: table },
    { action: "sqs:ReceiveMessage", resource: webhookQueue },
    { action: "sqs:ChangeMessageVisibility", resource: webhookQueue },
    { action: "logs:PutLogEvents", resource: "arn:snaplabel-test-webhooks:LogGroup:log-stream:x" },
  ],
  denied: [
    { action: "dynamodb:PutItem", resource: table },
    { action: "dynamodb:Query", resource: table },
    { action: "s3:GetObject", resource: `${bucket}/incoming/cat.jpg` },
    { action: "sqs:ReceiveMessage", resource: queue },
    { action: "lambda:InvokeFunction", resource: "*" },
  ],
};

const pipe: typeof handler = {
  allowed: [
    { action: "dynamodb:GetRecords", resource: "stream:snaplabel-test-results" },
    { action: "sqs:SendMessage", resource: webhookQueue },
  ],
  denied: [
    { action: "dynamodb:GetItem", resource: table },
    { action: "sqs:SendMessage", resource: queue },
    { action: "sqs:ReceiveMessage", resource: webhookQueue },
  ],
};

for (const [who, type, name, table] of [
  ["the function", "aws:iam/rolePolicy:RolePolicy", "snaplabel-test-classify", handler],
  ["the API", "aws:iam/rolePolicy:RolePolicy", "snaplabel-test-api", api],
  ["the function of webhooks", "aws:iam/rolePolicy:RolePolicy", "snaplabel-test-webhooks", webhook],
  ["the pipe of webhooks", "aws:iam/rolePolicy:RolePolicy", "snaplabel-test-webhooks-pipe", pipe],
  ["a developer", "aws:iam/policy:Policy", "snaplabel-test-developer", developer],
] as const)
  test(`${who} may do what it has to, and nothing else`, async () => {
    const { Statement } = JSON.parse(only(await program(everything), type, name).inputs.policy) as {
      Statement: PolicyStatement[];
    };
    for (const outcome of ["allowed", "denied"] as const)
      for (const request of table[outcome])
        assert.is(evaluatePolicy(Statement, request), outcome, `${request.action} on ${request.resource}`);
  });

test("a request without TLS is denied at the bucket", async () => {
  const found = await program();
  assert.ok(only(found, "aws:s3/bucket:Bucket"));
  const { Statement } = JSON.parse(only(found, "aws:s3/bucketPolicy:BucketPolicy").inputs.policy);
  const allowAll: PolicyStatement = { Effect: "Allow", Action: "s3:*", Resource: "*" };
  const request = (secure: string) => ({
    ...{ action: "s3:GetObject", resource: `${bucket}/x` },
    context: { "aws:SecureTransport": secure },
  });
  assert.is(evaluatePolicy([allowAll, ...Statement], request("false")), "denied");
  assert.is(evaluatePolicy([allowAll, ...Statement], request("true")), "allowed");
});

test.run();
