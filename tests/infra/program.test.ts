import { readFile } from "node:fs/promises";
import { glob } from "tinyglobby";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { repositoryPath } from "../paths.ts";
import { program } from "./program.ts";

/** Resources that nobody has to test by name: they have no inputs of their own. */
const plain = /^(pulumi:|snaplabel:infra:)/;

test("every type of resource that the program makes is named by a test", async () => {
  const everything = {
    corsOrigins: '["https://example.com"]',
    developerUsers: '["ann"]',
    developerGroups: '["team"]',
    developerRoles: '["desk"]',
    alarmEmail: "ann@example.com",
    provisionedConcurrency: "1",
    apiAccess: "jwt",
    jwtIssuer: "https://issuer.example.com",
    jwtAudiences: '["client"]',
    page: "true",
    webhooks: "true",
    trafficShift: "canary",
    apiDomain: "images.example.com",
    apiCertificateArn: "arn:aws:acm:eu-central-1:123456789012:certificate/1-2",
  };
  const types = new Set((await program(everything)).map(({ type }) => type).filter((type) => !plain.test(type)));
  const tests = await glob("tests/infra/*.test.ts", { cwd: repositoryPath("."), absolute: true });
  const text = (await Promise.all(tests.map((file) => readFile(file, "utf8")))).join("\n");
  assert.equal(
    [...types].filter((type) => !text.includes(type)),
    [],
  );
});

test("every resource but the stack and its provider belongs to a component", async () => {
  const found = await program();
  const components = new Set(found.filter(({ type }) => type.startsWith("snaplabel:infra:")).map(({ name }) => name));
  const others = found.filter(({ type }) => !plain.test(type) && !type.startsWith("pulumi:"));
  assert.equal(
    others.filter(({ name }) => ![...components].some((component) => name.startsWith(component))),
    [],
  );
});

test("every name begins with project and stack, and the provider tags everything", async () => {
  const found = await program();
  assert.equal(
    found.filter(({ name }) => !name.startsWith("snaplabel-test")),
    [],
  );
  const provider = found.find(({ type }) => type === "pulumi:providers:aws")!;
  assert.equal(JSON.parse(provider.inputs.defaultTags), {
    tags: { project: "snaplabel", stack: "test", owner: "tests", cost: "snaplabel-test" },
  });
});

test.run();
