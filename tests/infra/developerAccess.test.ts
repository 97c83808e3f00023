import { test } from "uvu";
import * as assert from "uvu/assert";
import { only } from "./collect.ts";
import { program } from "./program.ts";

const attachments = {
  developerUsers: "aws:iam/userPolicyAttachment:UserPolicyAttachment",
  developerGroups: "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
  developerRoles: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
};

test("where nobody is named there is no policy", async () => {
  assert.not.ok((await program()).some(({ type }) => /aws:iam\/(policy:Policy|\w+PolicyAttachment)/.test(type)));
});

for (const [key, type] of Object.entries(attachments))
  test(`${key} get it, and no access key is made`, async () => {
    const found = await program({ [key]: '["ann"]' });
    const { inputs } = only(found, type);
    assert.is(inputs.policyArn, "arn:snaplabel-test-developer:Policy");
    assert.is(inputs.user ?? inputs.group ?? inputs.role, "ann");
    assert.not.ok(found.some((resource) => resource.type === "aws:iam/accessKey:AccessKey"));
  });

test.run();
