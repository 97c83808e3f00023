import { test } from "uvu";
import * as assert from "uvu/assert";
import { only } from "./collect.ts";
import { program } from "./program.ts";

test("pages of other origins may upload only where they are named", async () => {
  const cors = "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration";
  assert.not.ok((await program()).some(({ type }) => type === cors));
  const { inputs } = only(await program({ corsOrigins: '["https://example.com"]' }), cors);
  assert.equal(inputs.corsRules[0].allowedOrigins, ["https://example.com"]);
});

test.run();
