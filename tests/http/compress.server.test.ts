import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chooseEncoding, isCompressible } from "~/http/compress.server";
import { openTestDoor, type TestDoor } from "../support/front-door";

it.each([
  ["gzip, deflate, br", "br"],
  ["gzip, deflate", "gzip"],
  ["gzip;q=1.0, br;q=0", "gzip"],
  ["BR", "br"],
  ["*", "br"],
  ["*;q=0", "identity"],
  ["identity", "identity"],
  ["", "identity"],
  ["deflate", "identity"],
  ["br;q=nonsense, gzip", "gzip"],
])("%j is answered with %s", (accept, encoding) => {
  expect(chooseEncoding(accept)).toBe(encoding);
  expect(chooseEncoding(accept)).toBe(encoding);
});

it("knows what shrinks", () => {
  for (const type of [
    "text/html; charset=utf-8",
    "text/css",
    "application/json",
    "image/svg+xml",
    "text/calendar",
    "application/rss+xml",
  ]) {
    expect(isCompressible(type), type).toBe(true);
  }
  for (const type of [
    "image/png",
    "font/woff2",
    "text/event-stream",
    "application/zip",
    "application/octet-stream",
    "",
  ]) {
    expect(isCompressible(type), type).toBe(false);
  }
});

describe("pages that are not kept", () => {
  let t: TestDoor;
  const br = { headers: { "accept-encoding": "br, gzip" } };
  const text = "a line of text\n".repeat(200);
  const large = "a line of text\n".repeat(200_000);
  beforeAll(async () => {
    t = await openTestDoor({
      handle(req, res) {
        const [, what = "", type = "text/html"] = (req.url ?? "").split("|");
        res.setHeader("Content-Type", type);
        if (what === "length") res.setHeader("Content-Length", Buffer.byteLength(text));
        if (what === "done") res.setHeader("Content-Encoding", "br");
        if (what === "no-transform") res.setHeader("Cache-Control", "no-transform");
        if (what === "none") return void res.writeHead(204).end();
        if (what === "small") return void res.end("small");
        if (what === "head") res.writeHead(202, "Fine", { "X-Test": "yes" });
        const body = what === "large" ? large : text;
        for (let at = 0; at < body.length; at += 100_000) res.write(body.slice(at, at + 100_000));
        res.end();
      },
    });
  });
  afterAll(() => t.door.close());

  it("are compressed when it helps", async () => {
    const answer = await t.ask("/|text", br);
    expect(answer.headers["content-encoding"]).toBe("br");
    expect(answer.headers.vary).toBe("Accept-Encoding");
    expect(answer.body.length).toBeLessThan(text.length / 5);
    expect(brotliDecompressSync(answer.body).toString()).toBe(text);
    const gz = await t.ask("/|length", { headers: { "accept-encoding": "gzip" } });
    expect(gunzipSync(gz.body).toString()).toBe(text);
    expect(Number(gz.headers["content-length"])).toBe(gz.body.length);
  });

  it.each(["/|small", "/|text|image/png", "/|done", "/|no-transform"])(
    "are left alone otherwise: %s",
    async (path) => {
      const answer = await t.ask(path, br);
      expect(answer.text).toBe(path === "/|small" ? "small" : text);
    },
  );

  it("are sent in parts when they are large", async () => {
    const answer = await t.ask("/|large", br);
    expect(answer.headers["transfer-encoding"]).toBe("chunked");
    expect(brotliDecompressSync(answer.body).toString()).toBe(large);
    expect((await t.ask("/|large|image/png", br)).text).toBe(large);
    expect((await t.ask("/|large")).text).toBe(large);
  });

  it("are given up quietly when the visitor leaves half-way", async () => {
    const head = "GET /|large HTTP/1.1\r\nHost: a\r\nAccept-Encoding: br\r\n\r\n";
    await Promise.all(Array.from({ length: 10 }, (_, n) => t.raw(head, n * 10)));
    expect((await t.ask("/|text", br)).status).toBe(200);
    expect(t.log.filter(({ level }) => level === "error")).toEqual([]);
  });

  it("keep the status and headers that a handler wrote at once", async () => {
    const answer = await t.ask("/|head", br);
    expect(answer.status).toBe(202);
    expect(answer.headers["x-test"]).toBe("yes");
  });

  it("without a body have none", async () => {
    const answer = await t.ask("/|none", br);
    expect(answer.status).toBe(204);
    expect(answer.headers).not.toHaveProperty("content-length");
  });
});
