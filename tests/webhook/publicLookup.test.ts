import { createServer, get } from "node:http";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { closeServer } from "../../local/stack/closeServer.ts";
import { listen } from "../../local/stack/listen.ts";
import { publicLookup, type Resolve } from "../../webhook/publicLookup.ts";

const answers =
  (...addresses: string[]): Resolve =>
  (_, __, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );

const look = (resolve: Resolve, all: boolean) =>
  new Promise<string>((done) => {
    publicLookup(resolve)("hooks.example.com", { all }, (error, address) =>
      done(error?.message ?? (address as string)),
    );
  });

test("a name with public addresses is resolved to them, all or one", async () => {
  const addresses = [
    { address: "1.1.1.1", family: 4 },
    { address: "2606:4700:4700::1111", family: 6 },
  ];
  assert.equal((await look(answers("1.1.1.1", "2606:4700:4700::1111"), true)) as unknown, addresses);
  assert.is(await look(answers("1.1.1.1", "2606:4700:4700::1111"), false), "1.1.1.1");
});

test("one address inside is enough to refuse the name", async () => {
  assert.match(
    await look(answers("1.1.1.1", "10.0.0.1"), true),
    /hooks\.example\.com is 10\.0\.0\.1, which is no public/,
  );
  assert.match(await look(answers("::ffff:127.0.0.1"), false), /no public address/);
});

test("a name without an address, and one that is not known, fail", async () => {
  assert.match(await look(answers(), true), /no address/);
  const failing: Resolve = (_, __, callback) => callback(new Error("ENOTFOUND"), []);
  assert.match(await look(failing, true), /ENOTFOUND/);
});

test("a connection by a name that leads to this computer is never made", async () => {
  let connections = 0;
  const server = createServer((_, response) => response.end()).on("connection", () => connections++);
  const port = new URL(await listen(server, 0, "--port")).port;
  try {
    const failure = await new Promise<Error>((resolve, reject) => {
      get({ host: "hooks.example.com", port, lookup: publicLookup(answers("127.0.0.1")) })
        .on("error", resolve)
        .on("response", () => reject(new Error("it was answered")));
    });
    assert.match(failure.message, /no public address/);
    assert.is(connections, 0);
  } finally {
    await closeServer(server);
  }
});

test.run();
