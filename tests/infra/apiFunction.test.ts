import { test } from "uvu";
import * as assert from "uvu/assert";
import { only, type Registered } from "./collect.ts";
import { program } from "./program.ts";

const named = (found: readonly Registered[], type: string) => only(found, type, "snaplabel-test-api").inputs;

test("the API runs the image that classifies, by its digest, with another handler", async () => {
  const found = await program();
  const { role: _role, environment, ...inputs } = named(found, "aws:lambda/function:Function");
  assert.equal(inputs, {
    packageType: "Image",
    imageUri: `registry/snaplabel-test@sha256:${"a".repeat(64)}`,
    imageConfig: { commands: ["api.handler"] },
    architectures: ["arm64"],
    memorySize: 1769,
    timeout: 29,
    publish: true,
    loggingConfig: { logFormat: "JSON", logGroup: "snaplabel-test-api" },
    tracingConfig: { mode: "Active" },
  });
  assert.equal(environment.variables, {
    TABLE_NAME: "snaplabel-test-results",
    BUCKET_NAME: "snaplabel-test-images",
    UPLOAD_PREFIX: "incoming/",
    UPLOAD_SUFFIXES: ".jpg,.jpeg,.png,.webp,.gif,.tiff,.tif,.bmp,.avif",
    ISOLATE_OWNERS: "false",
    WEBHOOKS: "false",
    INFERENCE_THREADS: "1",
  });
  assert.is(named(found, "aws:lambda/alias:Alias").functionVersion, "7");
});

test("owners are kept apart where the stack says so", async () => {
  const { environment } = named(await program({ isolateOwners: "true" }), "aws:lambda/function:Function");
  assert.is(environment.variables.ISOLATE_OWNERS, "true");
});

test.run();
