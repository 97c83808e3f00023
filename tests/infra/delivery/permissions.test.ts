import { test } from "uvu";
import * as assert from "uvu/assert";
import { deployGroups } from "../../../infra/delivery/deployGroups.ts";
import { allStatements } from "../allStatements.ts";
import { checkStatements } from "../checkStatements.ts";
import { only } from "../collect.ts";
import { evaluatePolicy, type PolicyStatement, type Request } from "../evaluatePolicy.ts";
import { program } from "../program.ts";
import { deliveryProgram, state } from "./program.ts";

const rolePolicy = "aws:iam/rolePolicy:RolePolicy";
const managed = "aws:iam/policy:Policy";
const account = "123456789012";
const runtime = "arn:snaplabel-delivery-boundary-runtime:Policy";
const role = (name: string) => `arn:aws:iam::${account}:role/${name}`;
const bounded = { "iam:PermissionsBoundary": runtime };

const found = () => deliveryProgram({ ...state, developerUsers: '["ann"]' });

async function policyOf(type: string, name: string): Promise<PolicyStatement[]> {
  return JSON.parse(only(await found(), type, name).inputs.policy).Statement;
}

test("every policy names published actions, allows none by a wildcard, and all resources only where there are none", async () => {
  const statements = allStatements(await found());
  // A boundary grants nothing: all but some actions, on all resources, is its way to forbid.
  await checkStatements(statements.filter(({ statement }) => !statement.NotAction));
  assert.equal(
    statements.filter(({ statement }) => statement.NotAction).map(({ owner }) => owner),
    [`${managed} snaplabel-delivery-boundary-delivery`],
  );
});

const everything = {
  ...{ webhooks: "true", page: "true", apiAccess: "jwt", jwtIssuer: "https://issuer.example.com" },
  ...{ jwtAudiences: '["web"]', corsOrigins: '["https://example.com"]', alarmEmail: "ann@example.com" },
  ...{ provisionedConcurrency: "1", trafficShift: "canary", apiDomain: "images.example.com" },
  apiCertificateArn: "arn:aws:acm:eu-central-1:123456789012:certificate/1-2",
  imageUri: `${account}.dkr.ecr.eu-central-1.amazonaws.com/snaplabel@sha256:${"a".repeat(64)}`,
};

test("a deployment may make every type of resource that the program makes", async () => {
  const covered = new Set(deployGroups.flatMap(({ types }) => types));
  const types = new Set((await program(everything)).map(({ type }) => type));
  assert.equal(
    [...types].filter((type) => type.startsWith("aws:") && !covered.has(type)),
    [],
  );
});

test("each role that a deployment makes is bounded", async () => {
  const roles = (
    await program({ ...everything, permissionsBoundary: "arn:aws:iam::123456789012:policy/snaplabel-b" })
  ).filter(({ type }) => type === "aws:iam/role:Role");
  assert.ok(roles.length > 4);
  for (const { inputs, name } of roles) assert.match(inputs.permissionsBoundary, /policy\/snaplabel-b$/, name);
});

test("what the program's roles may do lies within their boundary", async () => {
  const boundary = await policyOf(managed, "snaplabel-delivery-boundary-runtime");
  const within = new Set(boundary.flatMap(({ Action = [] }) => Action));
  const roles = (await program(everything)).filter(({ type }) => type === rolePolicy);
  for (const { inputs, name } of roles)
    for (const { Action = [] } of JSON.parse(inputs.policy).Statement as PolicyStatement[])
      for (const action of [Action].flat()) assert.ok(within.has(action), `${name}: ${action}`);
});

type Table = Readonly<Record<"allowed" | "denied", readonly Request[]>>;

const image: Table = {
  allowed: [
    { action: "ecr:GetAuthorizationToken", resource: "*" },
    { action: "ecr:PutImage", resource: "arn:snaplabel-delivery:Repository" },
    { action: "s3:PutObject", resource: "arn:snaplabel-delivery-artifacts:Bucket/image.zip" },
    { action: "logs:PutLogEvents", resource: "arn:snaplabel-delivery-image:LogGroup:log-stream:x" },
  ],
  denied: [
    { action: "ecr:BatchDeleteImage", resource: "arn:snaplabel-delivery:Repository" },
    { action: "ecr:PutImage", resource: "arn:aws:ecr:eu-central-1:123456789012:repository/another" },
    {
      action: "lambda:UpdateFunctionCode",
      resource: `arn:aws:lambda:eu-central-1:${account}:function:snaplabel-dev-api`,
    },
    { action: "s3:GetObject", resource: "arn:aws:s3:::snaplabel-state-123456789012/x" },
    { action: "iam:PassRole", resource: role("snaplabel-dev-api") },
    { action: "codecommit:GitPush", resource: "arn:snaplabel-delivery:Repository" },
  ],
};

const check: Table = {
  allowed: [{ action: "s3:GetObject", resource: "arn:snaplabel-delivery-artifacts:Bucket/source.zip" }],
  denied: [
    { action: "ecr:PutImage", resource: "arn:snaplabel-delivery:Repository" },
    { action: "ecr:GetAuthorizationToken", resource: "*" },
    { action: "lambda:GetFunction", resource: "*" },
    { action: "secretsmanager:GetSecretValue", resource: "*" },
  ],
};

const deploy: Table = {
  allowed: [
    {
      action: "lambda:UpdateFunctionCode",
      resource: `arn:aws:lambda:eu-central-1:${account}:function:snaplabel-prod-api`,
    },
    {
      action: "dynamodb:CreateTable",
      resource: `arn:aws:dynamodb:eu-central-1:${account}:table/snaplabel-prod-results`,
    },
    {
      action: "codedeploy:CreateDeployment",
      resource: `arn:aws:codedeploy:eu-central-1:${account}:deploymentgroup:snaplabel-prod-traffic/x`,
    },
    { action: "iam:CreateRole", resource: role("snaplabel-prod-api"), context: bounded },
    {
      action: "iam:PassRole",
      resource: role("snaplabel-prod-api"),
      context: { "iam:PassedToService": "lambda.amazonaws.com" },
    },
    { action: "s3:PutObject", resource: "arn:aws:s3:::snaplabel-state-123456789012/.pulumi/stacks/prod.json" },
    { action: "kms:Decrypt", resource: state.stateKeyArn },
    { action: "s3:PutObject", resource: "arn:aws:s3:::snaplabel-prod-images-1/incoming/smoke-test/x.png" },
    { action: "dynamodb:GetItem", resource: `arn:aws:dynamodb:eu-central-1:${account}:table/snaplabel-prod-results` },
  ],
  denied: [
    { action: "iam:CreateRole", resource: role("snaplabel-prod-api") },
    { action: "iam:CreateRole", resource: role("admin"), context: bounded },
    {
      action: "iam:CreateRole",
      resource: role("snaplabel-x"),
      context: { "iam:PermissionsBoundary": "arn:aws:iam::aws:policy/AdministratorAccess" },
    },
    { action: "iam:AttachRolePolicy", resource: role("snaplabel-prod-api") },
    { action: "iam:PutRolePolicy", resource: role("snaplabel-delivery-prod"), context: {} },
    {
      action: "iam:PassRole",
      resource: role("snaplabel-prod-api"),
      context: { "iam:PassedToService": "ec2.amazonaws.com" },
    },
    { action: "iam:CreateUser", resource: "*" },
    { action: "iam:CreateAccessKey", resource: "*" },
    { action: "iam:CreatePolicyVersion", resource: runtime },
    { action: "ecr:PutImage", resource: "arn:snaplabel-delivery:Repository" },
    { action: "lambda:UpdateFunctionCode", resource: `arn:aws:lambda:eu-central-1:${account}:function:another` },
    { action: "codepipeline:UpdatePipeline", resource: "*" },
    { action: "s3:DeleteBucket", resource: "arn:aws:s3:::another" },
  ],
};

/** Before anybody has approved. */
const preview: Table = {
  allowed: [
    {
      action: "lambda:GetFunction",
      resource: `arn:aws:lambda:eu-central-1:${account}:function:snaplabel-prod-api`,
    },
    { action: "s3:GetObject", resource: "arn:aws:s3:::snaplabel-state-123456789012/.pulumi/stacks/prod.json" },
  ],
  denied: [
    {
      action: "lambda:UpdateFunctionCode",
      resource: `arn:aws:lambda:eu-central-1:${account}:function:snaplabel-prod-api`,
    },
    { action: "s3:PutObject", resource: "arn:aws:s3:::snaplabel-prod-images-1/incoming/x.png" },
    { action: "s3:GetObject", resource: "arn:aws:s3:::snaplabel-prod-images-1/incoming/x.png" },
    { action: "iam:CreateRole", resource: role("snaplabel-prod-api"), context: bounded },
    { action: "iam:PassRole", resource: role("snaplabel-prod-api") },
    { action: "apigateway:POST", resource: "arn:aws:apigateway:eu-central-1::/apis" },
    {
      action: "codedeploy:CreateDeployment",
      resource: `arn:aws:codedeploy:eu-central-1:${account}:deploymentgroup:snaplabel-prod-traffic/x`,
    },
  ],
};

const pipeline: Table = {
  allowed: [
    { action: "codebuild:StartBuild", resource: "arn:snaplabel-delivery-dev:Project" },
    { action: "codecommit:UploadArchive", resource: "arn:snaplabel-delivery:Repository" },
    { action: "sns:Publish", resource: "arn:snaplabel-delivery:Topic" },
  ],
  denied: [
    { action: "codebuild:StartBuild", resource: "arn:another:Project" },
    { action: "codecommit:GitPush", resource: "arn:snaplabel-delivery:Repository" },
    { action: "lambda:InvokeFunction", resource: "*" },
    { action: "iam:PassRole", resource: "*" },
  ],
};

/** The documented actions of git and of who watches; nothing that deploys or approves. */
const developer: Table = {
  allowed: [
    { action: "codecommit:GitPull", resource: "arn:snaplabel-delivery:Repository" },
    { action: "codecommit:GitPush", resource: "arn:snaplabel-delivery:Repository" },
    { action: "codepipeline:GetPipelineState", resource: "arn:snaplabel-delivery:Pipeline" },
    { action: "codebuild:BatchGetBuilds", resource: "arn:snaplabel-delivery-image:Project" },
    { action: "logs:GetLogEvents", resource: "arn:snaplabel-delivery-image:LogGroup:log-stream:x" },
  ],
  denied: [
    { action: "codecommit:GitPush", resource: "arn:another:Repository" },
    { action: "codecommit:DeleteRepository", resource: "arn:snaplabel-delivery:Repository" },
    { action: "codecommit:CreateRepository", resource: "*" },
    { action: "codepipeline:PutApprovalResult", resource: "arn:snaplabel-delivery:Pipeline" },
    { action: "codepipeline:StartPipelineExecution", resource: "arn:snaplabel-delivery:Pipeline" },
    { action: "codepipeline:UpdatePipeline", resource: "arn:snaplabel-delivery:Pipeline" },
    { action: "codebuild:StartBuild", resource: "arn:snaplabel-delivery-image:Project" },
    { action: "codebuild:UpdateProject", resource: "arn:snaplabel-delivery-image:Project" },
    { action: "ecr:PutImage", resource: "arn:snaplabel-delivery:Repository" },
    { action: "lambda:UpdateFunctionCode", resource: "*" },
    { action: "s3:GetObject", resource: "arn:aws:s3:::snaplabel-state-123456789012/x" },
    { action: "iam:CreateAccessKey", resource: "*" },
    { action: "iam:PassRole", resource: "*" },
  ],
};

for (const [who, type, name, table] of [
  ["the check", rolePolicy, "snaplabel-delivery-check", check],
  ["the build of the image", rolePolicy, "snaplabel-delivery-image", image],
  ["a deployment", rolePolicy, "snaplabel-delivery-prod", deploy],
  ["a preview", rolePolicy, "snaplabel-delivery-preview", preview],
  ["the pipeline", rolePolicy, "snaplabel-delivery", pipeline],
  ["whoever pushes", managed, "snaplabel-delivery-developer", developer],
] as const)
  test(`${who} may do what it has to, and nothing else`, async () => {
    const statements = await policyOf(type, name);
    for (const outcome of ["allowed", "denied"] as const)
      for (const request of table[outcome])
        assert.is(evaluatePolicy(statements, request), outcome, `${request.action} on ${request.resource}`);
  });

test("dev's deployment cannot touch prod, nor prod's dev", async () => {
  for (const [own, other] of [
    ["dev", "prod"],
    ["prod", "dev"],
  ] as const) {
    const statements = await policyOf(rolePolicy, `snaplabel-delivery-${own}`);
    const decide = (stack: string) =>
      [
        ["lambda:UpdateFunctionCode", `arn:aws:lambda:eu-central-1:${account}:function:snaplabel-${stack}-api`],
        ["s3:PutObject", `arn:aws:s3:::snaplabel-${stack}-images-1/incoming/x.png`],
        ["dynamodb:DeleteTable", `arn:aws:dynamodb:eu-central-1:${account}:table/snaplabel-${stack}-results`],
        ["cloudwatch:PutDashboard", `arn:aws:cloudwatch::${account}:dashboard/snaplabel-${stack}`],
      ].map(([action, resource]) => evaluatePolicy(statements, { action: action!, resource: resource! }));
    assert.equal(new Set(decide(own)), new Set(["allowed"]), own);
    assert.equal(new Set(decide(other)), new Set(["denied"]), other);
  }
});

test("whoever pushes has exactly the documented actions", async () => {
  const actions = (await policyOf(managed, "snaplabel-delivery-developer")).flatMap(({ Action = [] }) => Action);
  assert.equal(actions.sort(), [
    ...["codebuild:BatchGetBuilds", "codebuild:ListBuildsForProject"],
    ...["codecommit:GetBranch", "codecommit:GetRepository", "codecommit:GitPull", "codecommit:GitPush"],
    ...["codepipeline:GetPipeline", "codepipeline:GetPipelineExecution", "codepipeline:GetPipelineState"],
    ...["codepipeline:ListActionExecutions", "codepipeline:ListPipelineExecutions"],
    ...["logs:DescribeLogStreams", "logs:FilterLogEvents", "logs:GetLogEvents"],
  ]);
});

test("no role of the delivery can leave its boundary, whatever its policy says", async () => {
  const roles = (await found()).filter(({ type }) => type === "aws:iam/role:Role");
  assert.ok(roles.length > 6);
  for (const { inputs, name } of roles)
    assert.is(inputs.permissionsBoundary, "arn:snaplabel-delivery-boundary-delivery:Policy", name);
  const boundary = await policyOf(managed, "snaplabel-delivery-boundary-delivery");
  const decide = (request: Request) => evaluatePolicy(boundary, request);
  assert.is(decide({ action: "lambda:CreateFunction", resource: "*" }), "allowed");
  assert.is(decide({ action: "iam:CreateRole", resource: role("snaplabel-dev-api"), context: bounded }), "allowed");
  for (const [action, resource, context] of [
    ["iam:CreateUser", "*"],
    ["iam:CreateAccessKey", "*"],
    ["iam:CreatePolicyVersion", runtime],
    ["iam:DeleteRolePermissionsBoundary", role("snaplabel-dev-api")],
    ["iam:CreateRole", role("snaplabel-dev-api")],
    ["iam:CreateRole", role("admin"), bounded],
    ["iam:PutRolePolicy", role("snaplabel-delivery-prod"), bounded],
    ["iam:PassRole", role("snaplabel-delivery-prod")],
    ["sts:AssumeRole", role("admin")],
    ["organizations:LeaveOrganization", "*"],
    ["kms:ScheduleKeyDeletion", state.stateKeyArn],
  ] as const)
    assert.is(decide({ action, resource, ...(context ? { context } : {}) }), "denied", action);
});

test("the boundaries and the policies are as short as IAM takes them", async () => {
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html: white space does not count.
  const length = (policy: string) => JSON.stringify(JSON.parse(policy)).length;
  const all = await found();
  for (const { inputs, name } of all.filter(({ type }) => type === managed))
    assert.ok(length(inputs.policy) < 6144, `${name}: ${length(inputs.policy)}`);
  for (const { inputs, name } of all.filter(({ type }) => type === rolePolicy))
    assert.ok(length(inputs.policy) < 10_240, `${name}: ${length(inputs.policy)}`);
});

test.run();
