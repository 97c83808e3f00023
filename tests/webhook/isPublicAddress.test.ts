import fc from "fast-check";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { isPublicAddress } from "../../webhook/isPublicAddress.ts";

test("addresses of the internet are public", () => {
  for (const address of ["1.1.1.1", "93.184.215.14", "172.32.0.1", "2606:4700:4700::1111", "::ffff:8.8.8.8"])
    assert.is(isPublicAddress(address), true, address);
});

test("addresses of networks, hosts, clouds and groups are not", () => {
  for (const address of [
    ...["0.0.0.0", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1"],
    ...["172.31.255.255", "192.0.0.1", "192.0.2.1", "192.168.1.1", "198.18.0.1", "224.0.0.1", "240.0.0.1"],
    ...["255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1"],
    ...["::ffff:10.0.0.1", "::ffff:169.254.169.254", "64:ff9b::a00:1", "2002:a00:1::", "2001:db8::1", "::127.0.0.1"],
    ...["", "localhost", "1.1.1.1.1"],
  ])
    assert.is(isPublicAddress(address), false, address);
});

test("no form of a private address is public", () => {
  const byte = fc.integer({ min: 0, max: 255 });
  const inside = fc.oneof(
    fc.tuple(fc.constant(10), byte, byte, byte),
    fc.tuple(fc.constant(127), byte, byte, byte),
    fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
    fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
    fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
  );
  fc.assert(
    fc.property(inside, (bytes) => {
      const hex = Buffer.from(bytes).toString("hex");
      const groups = `${hex.slice(0, 4)}:${hex.slice(4)}`;
      for (const form of [bytes.join("."), `::ffff:${bytes.join(".")}`, `::ffff:${groups}`, `64:ff9b::${groups}`])
        assert.is(isPublicAddress(form), false, form);
    }),
  );
});

test.run();
