import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isPrivatePage, securityHeaders } from "~/http/headers.server";
import { type Answer, FORM, openTestDoor, type TestDoor } from "../support/front-door";

const EXPECTED = Object.fromEntries(
  securityHeaders("http://larkmere.example.org")
    .list()
    .map(([name, value]) => [name.toLowerCase(), value]),
);

describe("the set", () => {
  it("asks for https only when the origin is https", () => {
    const https = Object.fromEntries(securityHeaders("https://larkmere.example.org").list());
    expect(https["Strict-Transport-Security"]).toBe("max-age=63072000; includeSubDomains");
    expect(https["Content-Security-Policy"]).toContain("upgrade-insecure-requests");
    expect(EXPECTED["strict-transport-security"]).toBeUndefined();
    expect(EXPECTED["content-security-policy"]).not.toContain("upgrade");
  });

  it("never allows anything unsafe, in any policy", () => {
    const headers = securityHeaders("https://larkmere.example.org");
    for (const policy of ["default", "mail", "mail-body", "no-such-policy"]) {
      const text = Object.fromEntries(headers.list(policy))["Content-Security-Policy"];
      expect(text).toContain("default-src 'none'");
      expect(text).not.toContain("unsafe");
    }
  });

  it("knows private pages, whatever their case", () => {
    for (const path of ["/registrations/abc", "/sign-in", "/Manage/outbox", "/account", "/sign-in/x"]) {
      expect(isPrivatePage(path)).toBe(true);
    }
    expect(isPrivatePage("/management-board")).toBe(false);
  });
});

describe("every response carries the set", () => {
  let t: TestDoor;
  const clientDir = mkdtempSync(join(tmpdir(), "door-"));

  beforeAll(async () => {
    mkdirSync(join(clientDir, "assets"));
    writeFileSync(join(clientDir, "assets", "root-abc.css"), "body{}");
    t = await openTestDoor({
      clientDir,
      handle(req, res, context) {
        if (req.url === "/kept") context.page.keep = true;
        if (req.url === "/fails") throw new Error("boom");
        if (req.url === "/sets-its-own") res.setHeader("Content-Security-Policy", "default-src *");
        if (req.url === "/mail") res.setHeader("x-rh-csp", "mail");
        if (req.url === "/mail-body") res.setHeader("x-rh-csp", "mail-body");
        res.statusCode = req.url === "/missing" ? 404 : 200;
        res.setHeader("Content-Type", "text/html; charset=utf-8");
        res.setHeader("X-Powered-By", "Express");
        res.end(req.url === "/large" ? "x".repeat(2_000_000) : "<p>page");
      },
    });
  });
  afterAll(async () => {
    await t.door.close();
    rmSync(clientDir, { recursive: true });
  });

  function expectDressed({ headers }: Answer) {
    expect(headers).toMatchObject(EXPECTED);
    expect(headers).not.toHaveProperty("x-powered-by");
    expect(headers).not.toHaveProperty("server");
    expect(headers).not.toHaveProperty("x-rh-csp");
    expect(headers["cache-control"]).toBeDefined();
  }

  it.each([
    ["page", 200, "/page", {}],
    ["large page", 200, "/large", {}],
    ["page that sets its own policy", 200, "/sets-its-own", {}],
    ["kept page, rendered", 200, "/kept", {}],
    ["kept page, from memory", 200, "/kept", {}],
    ["HEAD", 200, "/page", { method: "HEAD" }],
    ["page with a cookie", 200, "/kept", { headers: { cookie: "a=b" } }],
    ["built file", 200, "/assets/root-abc.css", {}],
    ["missing page", 404, "/missing", {}],
    ["missing asset", 200, "/assets/gone.css", {}],
    ["malformed address", 400, "/%zz", {}],
    ["foreign form", 403, "/page", { method: "POST", headers: { ...FORM, origin: "https://evil.example" } }],
    ["data address", 404, "/page.data", {}],
    ["wrong method", 405, "/page", { method: "DELETE" }],
    ["large form", 413, "/page", { method: "POST", headers: FORM, body: "x".repeat(300_000) }],
    ["long address", 414, `/${"x".repeat(9000)}`, {}],
    [
      "upload",
      415,
      "/page",
      { method: "POST", headers: { "content-type": "multipart/form-data" }, body: "x" },
    ],
    ["expectation", 417, "/page", { headers: { expect: "the-moon" } }],
    ["failure", 500, "/fails", {}],
    ["moved", 308, "/en/page", {}],
    ["health", 200, "/healthz", {}],
    ["readiness", 200, "/readyz", {}],
    ["robots", 200, "/robots.txt", {}],
    ["security", 200, "/.well-known/security.txt", {}],
  ])("%s: %i", async (_kind, status, path, init) => {
    const answer = await t.ask(path, init);
    expect(answer.status).toBe(status);
    expectDressed(answer);
  });

  it.each(["/kept", "/assets/root-abc.css"])("304 of %s", async (path) => {
    const { headers } = await t.ask(path);
    const again = await t.ask(path, { headers: { "if-none-match": String(headers.etag) } });
    expect(again.status).toBe(304);
    expect(again.headers.etag).toBe(headers.etag);
    expect(again.headers["cache-control"]).toBe(headers["cache-control"]);
    expectDressed(again);
  });

  it.each([
    ["nonsense", "hello\r\n\r\n", 400],
    ["a broken header", "GET / HTTP/1.1\r\nno colon\r\n\r\n", 400],
    ["two lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400],
    ["a broken chunk", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400],
    ["no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
    ["an absolute address", "GET http://evil.example/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 400],
    ["huge headers", `GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(20_000)}\r\n\r\n`, 431],
    ["CONNECT", "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n", 405],
    ["TRACE", "TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 405],
    ["OPTIONS *", "OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 405],
  ])("what the parser or the first look refuses: %s", async (_kind, bytes, status) => {
    const answer = await t.raw(bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    for (const [name, value] of Object.entries(EXPECTED)) {
      expect(answer.toLowerCase()).toContain(`\n${name}: ${value}`.toLowerCase());
    }
    expect(answer).toContain("020 7946 0123");
  });

  it("lets a route pick a named policy", async () => {
    const page = await t.ask("/mail");
    expect(page.headers["content-security-policy"]).toContain("frame-src 'self'");
    expect(page.headers["x-frame-options"]).toBe("DENY");
    const body = await t.ask("/mail-body");
    expect(body.headers["content-security-policy"]).toContain("frame-ancestors 'self'");
    expect(body.headers["content-security-policy"]).toContain("sandbox");
    expect(body.headers["x-frame-options"]).toBe("SAMEORIGIN");
    expect(body.headers).not.toHaveProperty("x-rh-csp");
  });

  it("keeps private pages out of search engines, in every language", async () => {
    for (const path of ["/registrations/x", "/pt/sign-in", "/%6danage/outbox"]) {
      expect((await t.ask(path)).headers["x-robots-tag"]).toBe("noindex");
    }
    expect((await t.ask("/page")).headers).not.toHaveProperty("x-robots-tag");
  });
});
