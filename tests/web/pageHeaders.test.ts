import { test } from "uvu";
import * as assert from "uvu/assert";
import { pageHeaders } from "../../web/pageHeaders.ts";

const origins = { bucket: "https://images.s3.eu-central-1.amazonaws.com", login: ["https://login.example"] };
const policy = (path: string) => {
  const text = pageHeaders(path, origins)["content-security-policy"]!;
  return Object.fromEntries(text.split("; ").map((line) => [line.split(" ")[0], line.split(" ").slice(1)]));
};

test("the page runs nothing inline, builds no code from text, and lies in no frame", () => {
  const page = policy("/index.html");
  assert.equal(page["default-src"], ["'none'"]);
  assert.equal(page["script-src"], ["'self'", "'wasm-unsafe-eval'"]);
  assert.equal(page["style-src"], ["'self'"]);
  assert.equal(page["frame-ancestors"], ["'none'"]);
});

test("it talks to itself, its bucket and its login, and to nobody else", () => {
  assert.equal(policy("/")["connect-src"], ["'self'", origins.bucket, "https://login.example"]);
  assert.equal(policy("/")["img-src"], ["'self'", "blob:", origins.bucket]);
});

test("the model's workers may build functions, and may talk to nobody", () => {
  const worker = policy("/here/worker.js");
  assert.ok(worker["script-src"]!.includes("'unsafe-eval'"));
  assert.equal(worker["connect-src"], ["'self'"]);
});

test("every file is isolated, which shared memory needs", () => {
  for (const path of ["/", "/here/worker.js"]) {
    const headers = pageHeaders(path, origins);
    assert.is(headers["cross-origin-opener-policy"], "same-origin");
    assert.is(headers["cross-origin-embedder-policy"], "require-corp");
  }
});

test.run();
