import { expect, it } from "vitest";
import { clientAddress } from "~/http/client-address.server";
import { openTestDoor } from "../support/front-door";

it.each([
  ["nobody trusted", "203.0.113.9", "198.51.100.1", 0, "203.0.113.9"],
  ["one proxy: what it wrote, not what it was told", "10.0.0.1", "1.1.1.1, 198.51.100.1", 1, "198.51.100.1"],
  ["two proxies", "10.0.0.1", "1.1.1.1, 198.51.100.1, 10.0.0.2", 2, "198.51.100.1"],
  ["fewer entries than proxies", "10.0.0.1", "198.51.100.1", 2, "198.51.100.1"],
  ["nothing forwarded", "10.0.0.1", undefined, 1, "10.0.0.1"],
  ["nonsense forwarded", "10.0.0.1", "<script>", 1, "10.0.0.1"],
  ["IPv6 is cut to its network", "2001:db8:1:2:3:4:5:6", undefined, 0, "2001:db8:1:2::/64"],
  ["short IPv6", "2001:db8::1", undefined, 0, "2001:db8:0:0::/64"],
  ["IPv6 with zeros", "2001:0DB8:0001:0000:0:0:0:1", undefined, 0, "2001:db8:1:0::/64"],
  ["forwarded IPv6", "10.0.0.1", "2001:db8:9::7", 1, "2001:db8:9:0::/64"],
  ["IPv6 loopback", "::1", undefined, 0, "0:0:0:0::/64"],
  ["with a zone", "fe80::1%eth0", undefined, 0, "fe80:0:0:0::/64"],
  ["IPv4 in IPv6", "::ffff:203.0.113.9", undefined, 0, "203.0.113.9"],
  ["no socket any more", undefined, undefined, 0, ""],
])("%s", (_kind, socket, forwarded, proxies, expected) => {
  expect(clientAddress(socket, forwarded, proxies)).toBe(expected);
});

it("reaches the handler", async () => {
  const t = await openTestDoor({
    trustProxy: 1,
    handle: (_req, res, context) => void res.end(context.clientAddress),
  });
  expect((await t.ask("/", { headers: { "x-forwarded-for": "1.1.1.1, 198.51.100.7" } })).text).toBe(
    "198.51.100.7",
  );
  expect((await t.ask("/")).text).toBe("127.0.0.1");
  await t.door.close();
});
