import { test } from "uvu";
import * as assert from "uvu/assert";
import { createApi } from "../../api/createApi.ts";
import { writeCursor } from "../../api/cursor.ts";
import { document } from "../../api/document.ts";
import { routes } from "../../api/routes.ts";
import type { LocalStack } from "../../local/stack/startStack.ts";
import { sample } from "../paths.ts";
import { put, withStack } from "../stack.ts";
import { send, uploadByForm } from "./client.ts";

const post = (body: unknown) => ({ body: JSON.stringify(body), headers: { "content-type": "application/json" } });

test("the document describes each route once, with an answer that is right and one that is wrong", () => {
  for (const { method, path } of routes) {
    const { responses } = document.paths[path]![method] as { responses: Record<string, unknown> };
    assert.ok(
      Object.keys(responses).some((status) => /^[23]/.test(status)),
      `${method} ${path}`,
    );
    assert.ok(responses["default"]);
  }
});

test("an upload goes from form to label, is corrected, found, exported and deleted; every answer is as described", async () => {
  await withStack(async ({ apiEndpoint }) => {
    const form = await send(apiEndpoint, "POST", "/uploads", post({ contentType: "image/jpeg", fileName: "=cat.jpg" }));
    assert.is(form.status, 201);
    const { id } = form.json;
    const pending = await send(apiEndpoint, "GET", `/results/${id}`);
    assert.equal([pending.json.status, pending.headers.get("retry-after")], ["pending", "1"]);
    assert.is((await uploadByForm(form.json, sample("cat.jpg"))).status, 204);
    const result = (await send(apiEndpoint, "GET", `/results/${id}?wait=20`)).json;
    assert.equal([result.status, result.labels[0].label, result.fileName], ["classified", "tiger cat", "=cat.jpg"]);
    const corrected = await send(apiEndpoint, "PUT", `/results/${id}/label`, post({ label: " Mia " }));
    assert.is(corrected.json.correction.label, "Mia");
    assert.is(corrected.json.labels[0].label, "tiger cat");
    const image = await send(apiEndpoint, "GET", `/results/${id}/image`);
    const shown = await (await fetch(image.headers.get("location")!)).arrayBuffer();
    assert.ok(Buffer.from(shown).equals(sample("cat.jpg")));
    const found = await send(apiEndpoint, "GET", "/results?label=tiger%20cat&from=2020-01-01");
    assert.equal(
      found.json.items.map((item: { id: string }) => item.id),
      [id],
    );
    assert.equal((await send(apiEndpoint, "GET", "/results?to=2020-01-01")).json.items, []);
    assert.equal((await send(apiEndpoint, "GET", "/labels")).json.labels, [{ label: "Mia", count: 1 }]);
    assert.is((await send(apiEndpoint, "GET", "/stats")).json.corrected, 1);
    const csv = (await send(apiEndpoint, "GET", "/export.csv")).text.split("\r\n");
    assert.match(csv[1]!, /,'=cat\.jpg,classified,tiger cat,0\.39\d*,Mia,,1\.1\.0,/);
    assert.is(JSON.parse((await send(apiEndpoint, "GET", "/export.jsonl")).text).id, id);
    assert.is((await send(apiEndpoint, "DELETE", `/results/${id}`)).status, 204);
    assert.is((await send(apiEndpoint, "GET", `/results/${id}`)).status, 404);
    assert.is((await fetch(image.headers.get("location")!)).status, 404);
  });
});

test("a form holds for one key, one type and one range of sizes, and five minutes", async () => {
  await withStack(async ({ apiEndpoint }) => {
    const before = Date.now();
    const { json } = await send(
      apiEndpoint,
      "POST",
      "/uploads",
      post({ contentType: "image/png", fileName: "../../x.png" }),
    );
    const policy = JSON.parse(Buffer.from(json.fields.Policy, "base64").toString("utf8"));
    const { conditions } = policy as { conditions: (object | unknown[])[] };
    const has = (wanted: unknown) => conditions.some((found) => JSON.stringify(found) === JSON.stringify(wanted));
    assert.match(json.fields.key, /^incoming\/[0-9a-f-]{36}\.png$/);
    assert.ok(has({ key: json.fields.key }) && has({ bucket: "images" }));
    assert.ok(has(["eq", "$Content-Type", "image/png"]) && has(["content-length-range", 1, json.maxBytes]));
    const seconds = (Date.parse(policy.expiration) - before) / 1000;
    assert.ok(seconds > 290 && seconds < 310, `${seconds}`);
  });
});

test("images are classified at once from bytes and from base64; others are refused with a code", async () => {
  await withStack(async ({ apiEndpoint }) => {
    const bytes = Buffer.from(sample("cat.jpg"));
    const plain = await send(apiEndpoint, "POST", "/classify", { body: bytes });
    const encoded = await send(apiEndpoint, "POST", "/classify", post({ image: bytes.toString("base64") }));
    assert.equal([plain.json.labels, plain.status], [encoded.json.labels, 200]);
    const broken = await send(apiEndpoint, "POST", "/classify", { body: "no image" });
    assert.equal([broken.status, broken.json.problem.code], [422, "not-an-image"]);
    const noBase64 = await send(apiEndpoint, "POST", "/classify", post({ image: "<svg>" }));
    assert.equal([noBase64.status, noBase64.json.title], [400, "bad-body"]);
    for (const size of [4.5e6, 8e6]) {
      const large = await send(apiEndpoint, "POST", "/classify", { body: Buffer.alloc(size) });
      assert.equal([large.status, large.json.title], [413, "too-large"]);
      assert.match(large.json.detail, /POST \/uploads/);
    }
  });
});

async function fill(stack: LocalStack, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1)
    await put(stack, `incoming/${index}.jpg`, Buffer.concat([sample("cat.jpg"), Buffer.from([index])]));
  await stack.idle();
}

test("pages follow each other to the end; a cursor of another question or a forged one is refused", async () => {
  await withStack(async (stack) => {
    await fill(stack, 5);
    const ids: string[] = [];
    let next = "";
    do {
      const { json } = await send(stack.apiEndpoint, "GET", `/results?limit=2${next ? `&cursor=${next}` : ""}`);
      ids.push(...json.items.map((item: { id: string }) => item.id));
      if (json.next) {
        const other = await send(stack.apiEndpoint, "GET", `/results?status=rejected&cursor=${json.next}`);
        assert.equal([other.status, other.json.title], [400, "bad-cursor"]);
      }
      next = json.next;
    } while (next);
    assert.is(new Set(ids).size, 5);
    const forged = [
      { id: "a", status: "failed", classifiedAt: "2026" },
      { id: "a", status: "classified" },
      { id: "a", status: "classified", classifiedAt: "2026", more: "1" },
      { id: { $ne: "" }, status: "classified", classifiedAt: "2026" },
      [],
      null,
    ];
    for (const key of forged) {
      const cursor = writeCursor(key as Record<string, unknown>);
      assert.is((await send(stack.apiEndpoint, "GET", `/results?cursor=${cursor}`)).json.title, "bad-cursor");
    }
  });
});

test("deleting all needs its confirmation, and then leaves nothing", async () => {
  await withStack(async (stack) => {
    await fill(stack, 3);
    assert.is((await send(stack.apiEndpoint, "DELETE", "/results")).status, 428);
    const headers = { "x-confirm": "delete-all-results" };
    assert.equal((await send(stack.apiEndpoint, "DELETE", "/results", { headers })).json, { deleted: 3, more: false });
    assert.is((await send(stack.apiEndpoint, "GET", "/stats")).json.classified, 0);
  });
});

test("wrong requests are told what was wrong, by stable codes", async () => {
  await withStack(async ({ apiEndpoint }) => {
    const code = async (...args: [string, string, RequestInit?]) => {
      const { status, json } = await send(apiEndpoint, ...args);
      return `${status} ${json.title}`;
    };
    assert.is(await code("GET", "/nothing"), "404 not-found");
    assert.is(await code("GET", "/results/..%2F..%2Fetc"), "404 not-found");
    assert.is(await code("GET", `/results/${"a".repeat(22)}`), "404 not-found");
    assert.is(await code("PUT", `/results/${"a".repeat(22)}/label`, post({ label: "x" })), "404 not-found");
    assert.is(await code("PUT", `/results/${"a".repeat(22)}/label`, post({ label: "" })), "400 bad-body");
    assert.is(await code("POST", "/uploads", { body: "{" }), "400 bad-body");
    assert.is(await code("POST", "/uploads", post({ contentType: "text/html" })), "400 bad-body");
    assert.is(await code("POST", "/uploads", post({ contentType: "constructor" })), "400 bad-body");
    assert.is(await code("POST", "/uploads", post({ contentType: "image/png", fileName: 1 })), "400 bad-body");
    assert.is(await code("POST", "/uploads", post({ contentType: "x".repeat(70_000) })), "413 too-large");
    for (const query of [
      "limit=0",
      "limit=201",
      "limit=1e1",
      "status=pending",
      "review=yes",
      "label=",
      "from=now",
      "to=2026-13-01",
    ])
      assert.is(await code("GET", `/results?${query}`), "400 bad-parameter", query);
  });
});

test("where owners are kept apart, nobody sees, corrects, lists or deletes another's images", async () => {
  await withStack(async (stack) => {
    let caller: string | undefined = "ann";
    const { s3, documents, tableName, classifier } = stack.pipeline;
    const app = createApi({
      dependencies: {
        ...{ s3, documents, tableName, bucket: stack.bucket, uploadPrefix: "incoming/" },
        uploadEndings: { "image/jpeg": ".jpg" },
        ...{ maxUploadBytes: 1e6, maxClassifyBytes: 1e6, isolateOwners: true, webhooks: "none" },
        classifier: async () => classifier,
        now: () => new Date(),
      },
      caller: () => caller,
      onError: (error) => assert.unreachable(error.message),
    });
    const created = await app.request("/uploads", { method: "POST", ...post({ contentType: "image/jpeg" }) });
    const form = (await created.json()) as { id: string; url: string; fields: Record<string, string> };
    await uploadByForm(form, sample("cat.jpg"));
    await stack.idle();
    const other = await app.request("/uploads", { method: "POST", ...post({ contentType: "image/png" }) });
    assert.match(((await other.json()) as { detail: string }).detail, /expected one of image\/jpeg, got "image\/png"/);
    const path = `/results/${form.id}`;
    const mine = await app.request(path);
    assert.is(((await mine.json()) as { owner: string }).owner, "ann");
    caller = "bob";
    assert.is((await app.request(path)).status, 404);
    assert.is((await app.request(`${path}/image`)).status, 404);
    assert.is((await app.request(path, { method: "DELETE" })).status, 404);
    assert.is((await app.request(`${path}/label`, { method: "PUT", ...post({ label: "x" }) })).status, 404);
    assert.equal(((await (await app.request("/results")).json()) as { items: [] }).items, []);
    assert.is((await (await app.request("/export.jsonl")).text()).length, 0);
    const all = await app.request("/results", { method: "DELETE", headers: { "x-confirm": "delete-all-results" } });
    assert.equal(await all.json(), { deleted: 0, more: false });
    caller = undefined;
    assert.is((await app.request(path)).status, 401);
    caller = "ann";
    assert.is((await app.request(path)).status, 200);
  });
});

test("what nobody foresaw is reported, and told without its text", async () => {
  const errors: Error[] = [];
  const app = createApi({
    dependencies: { isolateOwners: false, maxClassifyBytes: 1 } as Parameters<typeof createApi>[0]["dependencies"],
    caller: () => undefined,
    onError: (error) => errors.push(error),
  });
  const response = await app.request("/stats");
  assert.is(response.status, 500);
  assert.equal([errors.length, ((await response.json()) as { title: string }).title], [1, "internal"]);
});

test.run();
