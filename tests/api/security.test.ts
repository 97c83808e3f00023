import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { withStack } from "../stack.ts";
import { send } from "./client.ts";
import { acceptsPost } from "./postPolicy.ts";

const post = (body: unknown) => ({ body: JSON.stringify(body), headers: { "content-type": "application/json" } });

test("a form beyond its conditions is refused: another key, type, bucket or size, a further field, later, or changed", async () => {
  await withStack(async ({ apiEndpoint, bucket }) => {
    const { json: form } = await send(apiEndpoint, "POST", "/uploads", post({ contentType: "image/jpeg" }));
    const fields: Record<string, string> = form.fields;
    const at = new Date();
    const policy = JSON.parse(Buffer.from(fields["Policy"]!, "base64").toString());
    const wider = { ...policy, conditions: policy.conditions.filter((one: unknown) => !Array.isArray(one)) };
    assert.ok(acceptsPost({ fields, bytes: 1000, at }, bucket));
    assert.ok(acceptsPost({ fields, bytes: form.maxBytes, at }, bucket));
    const attempts = {
      "another key": { fields: { ...fields, key: "incoming/other.jpg" } },
      "a key elsewhere": { fields: { ...fields, key: `incoming/../${fields["key"]}` } },
      "another type": { fields: { ...fields, "Content-Type": "text/html" } },
      "nothing at all": { bytes: 0 },
      "too much": { bytes: form.maxBytes + 1 },
      "a redirect": { fields: { ...fields, success_action_redirect: "https://evil.example" } },
      "an ACL": { fields: { ...fields, acl: "public-read" } },
      metadata: { fields: { ...fields, "x-amz-meta-owner": "eve" } },
      "six minutes later": { at: new Date(at.getTime() + 360_000) },
      "a changed policy": { fields: { ...fields, Policy: Buffer.from(JSON.stringify(wider)).toString("base64") } },
    };
    for (const [name, change] of Object.entries(attempts))
      assert.not.ok(acceptsPost({ fields, bytes: 1000, at, ...change }, bucket), name);
    assert.not.ok(acceptsPost({ fields, bytes: 1000, at }, "another-bucket"));
  });
});

test("line breaks in a path or a name reach no header", async () => {
  await withStack(async ({ apiEndpoint }) => {
    const answer = await fetch(`${apiEndpoint}/results/${encodeURIComponent("a\r\nset-cookie: a=b")}`);
    assert.equal([answer.status, answer.headers.get("set-cookie")], [404, null]);
    const fileName = "a\r\nx-evil: 1\r\n\r\n<html>.jpg";
    const created = await send(apiEndpoint, "POST", "/uploads", post({ contentType: "image/jpeg", fileName }));
    assert.equal([created.status, created.headers.get("x-evil")], [201, null]);
    assert.match(created.headers.get("location")!, /^\/results\/[\w-]{22}$/);
  });
});

test("too much is refused before it is read, whether its length is told or not", async () => {
  await withStack(async ({ apiEndpoint }) => {
    const big = new Uint8Array(8e6);
    assert.is((await fetch(`${apiEndpoint}/classify`, { method: "POST", body: big })).status, 413);
    let chunks = 0;
    const stream = new ReadableStream({
      pull: (controller) => (++chunks > 12 ? controller.close() : controller.enqueue(new Uint8Array(1e6))),
    });
    const untold = { method: "POST", body: stream, duplex: "half" } as RequestInit;
    assert.is((await fetch(`${apiEndpoint}/classify`, untold)).status, 413);
  });
});

test("a body that drips is cut off, and holds nobody up", async () => {
  await withStack(
    async ({ apiEndpoint }) => {
      const { hostname, port } = new URL(apiEndpoint);
      const socket = connect(Number(port), hostname);
      socket.write("POST /classify HTTP/1.1\r\nhost: a\r\ncontent-length: 100000\r\n\r\n");
      const drip = setInterval(() => socket.write("x"), 200);
      const started = performance.now();
      const answer = text(socket).catch(() => "closed");
      assert.is((await fetch(`${apiEndpoint}/healthz`)).status, 200);
      assert.match(await answer, /^(HTTP\/1\.1 408|closed|$)/);
      clearInterval(drip);
      assert.ok(performance.now() - started < 8000);
    },
    { requestSeconds: 1 },
  );
});

test("pages of other origins are let in neither to the API nor to the bucket; those of this computer to the bucket", async () => {
  await withStack(async ({ apiEndpoint, s3Endpoint, bucket }) => {
    const allowed = async (url: string, origin: string) => {
      const headers = { origin, "access-control-request-method": "POST" };
      return (await fetch(url, { method: "OPTIONS", headers })).headers.get("access-control-allow-origin");
    };
    assert.is(await allowed(`${apiEndpoint}/uploads`, "https://evil.example"), null);
    assert.is(await allowed(`${s3Endpoint}/${bucket}/`, "https://evil.example"), null);
    assert.is(await allowed(`${s3Endpoint}/${bucket}/`, "http://127.0.0.1.evil.example"), null);
    assert.is.not(await allowed(`${s3Endpoint}/${bucket}/`, "http://127.0.0.1:4566"), null);
  });
});

test.run();
