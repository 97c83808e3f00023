import { test } from "uvu";
import * as assert from "uvu/assert";
import { checkTarget } from "../../webhook/checkTarget.ts";

test("HTTPS at a public name or address is taken", () => {
  for (const url of ["https://hooks.example.com/a?b=c", "https://hooks.example.com:8443/", "https://1.1.1.1/"])
    assert.is(checkTarget(url, "public"), undefined, url);
});

test("what leads inside is refused, however it is written", () => {
  for (const url of [
    ...["http://hooks.example.com/", "ftp://hooks.example.com/", "file:///etc/passwd", "https://", "nonsense"],
    ...["https://localhost/", "https://localhost./", "https://a.localhost/", "https://intranet/"],
    ...["https://printer.local/", "https://metadata.google.internal/", "https://127.0.0.1/", "https://127.1/"],
    ...[
      "https://2130706433/",
      "https://0x7f.0.0.1/",
      "https://0177.0.0.1/",
      "https://[::1]/",
      "https://[::ffff:7f00:1]/",
    ],
    ...["https://169.254.169.254/latest/meta-data/", "https://192.168.1.1/", "https://0/", "https://１２７.0.0.1/"],
    ...["https://user@hooks.example.com/", "https://user:secret@hooks.example.com/"],
    `https://hooks.example.com/${"a".repeat(2048)}`,
  ])
    assert.type(checkTarget(url, "public"), "string", url);
});

test("a stack without webhooks takes none, and one on a laptop takes its own addresses", () => {
  assert.match(checkTarget("https://hooks.example.com/", "none")!, /sends no webhooks/);
  assert.is(checkTarget("http://127.0.0.1:9000/", "any"), undefined);
  assert.type(checkTarget("file:///etc/passwd", "any"), "string");
});

test.run();
