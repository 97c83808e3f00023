import { test } from "uvu";
import * as assert from "uvu/assert";
import { ImageRegistry } from "../../infra/imageRegistry.ts";
import { collect, only } from "./collect.ts";

const build = (production = false) =>
  collect(() => new ImageRegistry("snap", { accountId: "123456789012", region: "eu-central-1", production }));

test("tags are immutable, images are scanned and encrypted", async () => {
  assert.equal(only(await build(), "aws:ecr/repository:Repository").inputs, {
    imageTagMutability: "IMMUTABLE",
    imageScanningConfiguration: { scanOnPush: true },
    encryptionConfigurations: [{ encryptionType: "AES256" }],
    forceDelete: true,
  });
});

test("in production the images stay when the stack goes", async () => {
  assert.is(only(await build(true), "aws:ecr/repository:Repository").inputs.forceDelete, false);
});

test("no rule expires an image that has a tag: one of them may be deployed", async () => {
  const { rules } = JSON.parse(only(await build(), "aws:ecr/lifecyclePolicy:LifecyclePolicy").inputs.policy);
  assert.equal(
    rules.map(({ selection }: { selection: { tagStatus: string } }) => selection.tagStatus),
    ["untagged"],
  );
});

test("functions of this account may pull, nobody else", async () => {
  const { inputs } = only(await build(), "aws:ecr/repositoryPolicy:RepositoryPolicy");
  const [statement] = JSON.parse(inputs.policy).Statement;
  assert.equal(
    [statement.Principal, statement.Action, statement.Condition],
    [
      { Service: "lambda.amazonaws.com" },
      ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      { ArnLike: { "aws:SourceArn": "arn:aws:lambda:eu-central-1:123456789012:function:*" } },
    ],
  );
});

test.run();
