import { test } from "uvu";
import * as assert from "uvu/assert";
import { rules } from "../../policies/rules.mjs";

interface Resource {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  readonly props: Readonly<Record<string, unknown>>;
}

const resource = (type: string, props: Resource["props"] = {}, name = "one"): Resource => ({
  type,
  name,
  urn: name,
  props,
});
const policy = (...Statement: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const allow = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const denyPlain = {
  Effect: "Deny",
  Action: "s3:*",
  Resource: "*",
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};

const bucket = resource("aws:s3/bucket:Bucket");
const closed = { blockPublicAcls: true, ignorePublicAcls: true, blockPublicPolicy: true, restrictPublicBuckets: true };
const block = (props: Resource["props"]) => resource("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", props);
const bucketPolicy = (...statements: readonly object[]) =>
  resource("aws:s3/bucketPolicy:BucketPolicy", { policy: policy(...statements) });
const queue = (name: string, props: Resource["props"]) =>
  resource("aws:sqs/queue:Queue", { name, arn: `arn:${name}`, ...props }, name);
const source = queue("work", { sqsManagedSseEnabled: true, redrivePolicy: '{"deadLetterTargetArn":"arn:dead"}' });
const dead = queue("dead", { sqsManagedSseEnabled: true });
const alarm = resource("aws:cloudwatch/metricAlarm:MetricAlarm", { dimensions: { QueueName: "dead" } });
const func = (props: Resource["props"]) => resource("aws:lambda/function:Function", props);

/** For each rule: a program that keeps it, and programs that break it. */
const cases: Readonly<Record<string, { good: readonly Resource[]; bad: readonly (readonly Resource[])[] }>> = {
  "no-wildcard-action": {
    good: [resource("aws:iam/rolePolicy:RolePolicy", { policy: policy(allow, denyPlain) })],
    bad: [
      [resource("aws:iam/rolePolicy:RolePolicy", { policy: policy({ ...allow, Action: "*" }) })],
      [resource("aws:iam/policy:Policy", { policy: policy({ ...allow, Action: ["s3:GetObject", "iam:*"] }) })],
    ],
  },
  "no-managed-administrator": {
    good: [resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", { policyArn: "arn:aws:iam::1:policy/own" })],
    bad: [
      [
        resource("aws:iam/userPolicyAttachment:UserPolicyAttachment", {
          policyArn: "arn:aws:iam::aws:policy/AdministratorAccess",
        }),
      ],
      [resource("aws:iam/role:Role", { managedPolicyArns: ["arn:aws:iam::aws:policy/AmazonS3FullAccess"] })],
    ],
  },
  "private-buckets": {
    good: [bucket, block(closed), bucketPolicy(denyPlain)],
    bad: [
      [bucket],
      [bucket, block({ ...closed, blockPublicAcls: false })],
      [bucket, block({ ...closed, blockPublicPolicy: false })],
      [bucket, block(closed), bucketPolicy({ ...allow, Principal: "*" })],
      [bucket, block(closed), bucketPolicy({ ...allow, Sid: "PublicRead", Action: "s3:PutObject", Principal: "*" })],
    ],
  },
  "encrypted-at-rest": {
    good: [
      dead,
      bucket,
      resource("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"),
      resource("aws:dynamodb/table:Table", { serverSideEncryption: { enabled: true } }),
    ],
    bad: [
      [queue("plain", {})],
      [bucket],
      [resource("aws:dynamodb/table:Table")],
      [resource("aws:ecr/repository:Repository")],
    ],
  },
  "transport-encrypted": {
    good: [bucket, bucketPolicy(denyPlain)],
    bad: [[bucket], [bucket, bucketPolicy(allow)], [resource("aws:sns/topic:Topic")]],
  },
  "logs-expire": {
    good: [resource("aws:cloudwatch/logGroup:LogGroup", { retentionInDays: 30 })],
    bad: [
      [resource("aws:cloudwatch/logGroup:LogGroup")],
      [resource("aws:cloudwatch/logGroup:LogGroup", { retentionInDays: 0 })],
    ],
  },
  "image-by-digest": {
    good: [func({ imageUri: `registry/snap@sha256:${"a".repeat(64)}` })],
    bad: [[func({ imageUri: "registry/snap:latest" })]],
  },
  "dead-letters-watched": {
    good: [source, dead, alarm],
    bad: [[source, dead]],
  },
  "no-secrets-in-plain": {
    good: [func({ environment: { variables: { TABLE_NAME: "results" } } })],
    bad: [[func({ environment: { variables: { API_TOKEN: "x" } } })]],
  },
};

function violations(name: string, resources: readonly Resource[]): string[] {
  const rule = rules.find((candidate) => candidate.name === name) as unknown as {
    validateResource?: (args: Resource, report: (message: string) => void) => void;
    validateStack?: (args: { resources: readonly Resource[] }, report: (message: string) => void) => void;
  };
  const found: string[] = [];
  const report = (message: string) => void found.push(message);
  for (const one of resources) rule.validateResource?.(one, report);
  rule.validateStack?.({ resources }, report);
  return found;
}

test("every rule has programs that keep and break it, and is mandatory", () => {
  assert.equal(rules.map(({ name }) => name).sort(), Object.keys(cases).sort());
  assert.ok(rules.every(({ enforcementLevel }) => enforcementLevel === "mandatory"));
});

for (const [name, { good, bad }] of Object.entries(cases)) {
  test(`${name}: a program that keeps it passes`, () => assert.equal(violations(name, good), []));
  test(`${name}: programs that break it are told what to do`, () => {
    for (const resources of bad) assert.ok(violations(name, resources).length > 0, JSON.stringify(resources));
  });
}

test.run();
