import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isReadableForm, readAddress } from "~/http/malformed.server";
import { FORM, openTestDoor, type TestDoor } from "../support/front-door";

describe("an address", () => {
  it.each([
    ["/%", 400],
    ["/%zz", 400],
    ["/events?q=%", 400],
    ["/events?q=%ff", 400],
    ["/a%00b", 400],
    ["/events?q=%00", 400],
    ["/%ed%a0%80", 400],
    ["/events?q=%ed%b0%80", 400],
    ["/%c0%af", 400],
    ["/\\evil.example", 400],
    ["/../etc/passwd", 400],
    ["/events/%2e%2E/manage", 400],
    ["http://evil.example/", 400],
    ["*", 400],
    ["", 400],
    ["/caf\u00e9", 400],
    ["/a b", 400],
    [`/${"a".repeat(8192)}`, 414],
  ])("%j is refused with %i", (target, status) => {
    expect(readAddress(target)).toBe(status);
  });

  it.each([
    "/",
    "/events?q=caf%C3%A9+club&page=2",
    "/.well-known/security.txt",
    "/a%2Fb",
    "/events?q=50%25",
    "/?",
  ])("%j is read", (target) => {
    expect(readAddress(target)).toMatchObject({ path: target.split("?")[0] });
  });
});

describe("a form", () => {
  const bytes = (text: string) => Buffer.from(text, "latin1");
  it("is read when it is UTF-8 and decodes", () => {
    expect(isReadableForm(bytes("name=Zo%C3%AB&note=a+b%0D%0Ac"))).toBe(true);
    expect(isReadableForm(Buffer.from("name=Zoë"))).toBe(true);
    expect(isReadableForm(bytes(""))).toBe(true);
  });
  it.each(["a=%", "a=%00", "a=\0", "a=%ED%A0%80", "a=\xff", "a=%FF", "a=%zz"])("%j is refused", (text) => {
    expect(isReadableForm(bytes(text))).toBe(false);
  });
});

describe("at the door", () => {
  let t: TestDoor;
  let handled = 0;
  beforeAll(async () => {
    t = await openTestDoor({
      handle(_req, res) {
        handled++;
        res.end("ok");
      },
    });
  });
  afterAll(() => t.door.close());

  it("gets a page in plain words and never reaches the handler", async () => {
    for (const path of ["/%", "/events?q=%ff", "/a%00b"]) {
      const answer = await t.ask(path);
      expect(answer.status).toBe(400);
      expect(answer.text).toContain("We could not read that");
    }
    const form = await t.ask("/x", { method: "POST", headers: FORM, body: "name=%ED%A0%80" });
    expect(form.status).toBe(400);
    expect(handled).toBe(0);
  });

  it("survives raw bytes that are not text", async () => {
    for (const path of ["/\xff\xfe", "/a\0b", "/caf\xc3\xa9"]) {
      const answer = await t.raw(
        Buffer.from(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`, "latin1"),
      );
      expect(answer).toMatch(/^HTTP\/1.1 400 /);
    }
    expect(handled).toBe(0);
  });
});
