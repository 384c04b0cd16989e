import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FrontDoorOptions } from "~/http/front-door-options";
import { LONGEST_LIFE_MS, PageCache } from "~/http/page-cache.server";
import { openTestDoor, type TestDoor } from "../support/front-door";

let t: TestDoor;
let renders: number;
let now: Date;
let handle: FrontDoorOptions["handle"];

function page(keep: boolean, params: string[] = [], until?: Date): FrontDoorOptions["handle"] {
  return (_req, res, context) => {
    renders++;
    Object.assign(context.page, { keep, params, until });
    res.setHeader("Content-Type", "text/html; charset=utf-8").end(`<p>${"words ".repeat(500)}`);
  };
}

beforeEach(async () => {
  renders = 0;
  now = new Date("2026-11-21T12:00:00Z");
  handle = page(true, ["page"]);
  t = await openTestDoor({ now: () => now, handle: (...all) => handle(...all) });
});
afterEach(() => t.door.close());

async function rendersFor(...asks: [path: string, init?: Parameters<TestDoor["ask"]>[1]][]) {
  renders = 0;
  for (const [path, init] of asks) expect((await t.ask(path, init)).status).toBe(200);
  return renders;
}

describe("a page that asks to be kept", () => {
  it("is rendered once and comes out the same", async () => {
    const first = await t.ask("/events");
    const second = await t.ask("/events");
    expect(renders).toBe(1);
    expect(second.text).toBe(first.text);
    expect(second.headers["cache-control"]).toBe("no-cache");
    expect(second.headers.vary).toBe("Cookie, Accept-Encoding");
    expect(second.headers.etag).toBe(first.headers.etag);
  });

  it("is gone with the next commit", async () => {
    await t.ask("/events");
    t.commit();
    expect(await rendersFor(["/events"], ["/events"])).toBe(1);
  });

  it("is not kept when something was committed while it was rendered", async () => {
    handle = (req, res, context) => {
      t.commit();
      return page(true)(req, res, context);
    };
    expect(await rendersFor(["/events"], ["/events"])).toBe(2);
  });

  it("is gone at the moment its loader named", async () => {
    handle = page(true, [], new Date("2026-11-21T12:00:05Z"));
    expect(await rendersFor(["/events"], ["/events"])).toBe(1);
    now = new Date("2026-11-21T12:00:05Z");
    expect(await rendersFor(["/events"], ["/events"])).toBe(2);
  });

  it("is kept apart by language, path and raw query", async () => {
    expect(
      await rendersFor(["/events"], ["/pt/events"], ["/events?page=2"], ["/events?page=02"], ["/ideas"]),
    ).toBe(5);
    expect(
      await rendersFor(["/events"], ["/pt/events"], ["/events?page=2"], ["/events?page=02"], ["/ideas"]),
    ).toBe(0);
  });

  it("is kept only when it knows every query parameter", async () => {
    expect(await rendersFor(["/events?page=2&utm=x"], ["/events?page=2&utm=x"])).toBe(2);
    expect(await rendersFor(["/events?q="], ["/events?q="])).toBe(2);
    expect(await rendersFor(["/events?p%61ge=2"], ["/events?p%61ge=2"])).toBe(1);
  });

  it("is never taken from nor given to someone with a cookie", async () => {
    const cookie = { headers: { cookie: "anything=1" } };
    expect(await rendersFor(["/events", cookie], ["/events", cookie], ["/events"], ["/events", cookie])).toBe(
      4,
    );
    expect((await t.ask("/events", cookie)).headers["cache-control"]).toBe("no-store");
  });

  it("is not kept when it fails, sets a cookie or forbids it", async () => {
    for (const spoil of [
      { status: 404 },
      { status: 500 },
      { header: ["Set-Cookie", "a=b"] },
      { header: ["Cache-Control", "no-store"] },
      { header: ["Cache-Control", "private, max-age=60"] },
    ] as { status?: number; header?: [string, string] }[]) {
      handle = (req, res, context) => {
        res.statusCode = spoil.status ?? 200;
        if (spoil.header) res.setHeader(...spoil.header);
        return page(true)(req, res, context);
      };
      renders = 0;
      await t.ask("/spoilt");
      await t.ask("/spoilt");
      expect(renders, JSON.stringify(spoil)).toBe(2);
    }
  });

  it("is never kept at a private address, whatever its loader says", async () => {
    expect(await rendersFor(["/registrations/abc"], ["/registrations/abc"])).toBe(2);
  });

  it("is never kept for a POST", async () => {
    const init = { method: "POST", headers: { "sec-fetch-site": "same-origin" } };
    expect(await rendersFor(["/events", init], ["/events", init], ["/events"])).toBe(3);
  });

  it("answers HEAD like GET without the body, either first", async () => {
    const head = await t.ask("/events", { method: "HEAD" });
    const got = await t.ask("/events");
    const again = await t.ask("/events", { method: "HEAD" });
    expect(renders).toBe(1);
    expect(head.body.length).toBe(0);
    for (const name of ["content-length", "etag", "content-type"]) {
      expect(head.headers[name]).toBe(got.headers[name]);
      expect(again.headers[name]).toBe(got.headers[name]);
    }
  });

  it("answers 304 to those who have it, from memory or fresh", async () => {
    const { headers } = await t.ask("/events");
    const known = { headers: { "if-none-match": `"other", ${headers.etag}` } };
    expect((await t.ask("/events", known)).status).toBe(304);
    t.commit();
    expect((await t.ask("/events", known)).status).toBe(304);
    expect(renders).toBe(2);
    const other = await t.ask("/events", { headers: { "if-none-match": '"other"' } });
    expect(other.status).toBe(200);
  });

  it("is sent in the encoding asked for", async () => {
    const plain = await t.ask("/events");
    for (const round of [1, 2]) {
      const br = await t.ask("/events", { headers: { "accept-encoding": "gzip, deflate, br" } });
      const gz = await t.ask("/events", { headers: { "accept-encoding": "gzip, br;q=0" } });
      expect(br.headers["content-encoding"], `round ${round}`).toBe("br");
      expect(gz.headers["content-encoding"]).toBe("gzip");
      expect(brotliDecompressSync(br.body)).toEqual(plain.body);
      expect(gunzipSync(gz.body)).toEqual(plain.body);
      expect(Number(br.headers["content-length"])).toBe(br.body.length);
    }
    expect(renders).toBe(1);
  });

  it("keeps the headers that are the page's own", async () => {
    handle = (req, res, context) => {
      res.setHeader("Content-Language", "pt").setHeader("Link", ["</a>", "</b>"]);
      return page(true)(req, res, context);
    };
    await t.ask("/pt/events");
    const { headers } = await t.ask("/pt/events");
    expect(headers["content-language"]).toBe("pt");
    expect(headers.link).toBe("</a>, </b>");
    expect(renders).toBe(1);
  });
});

describe("a page that does not ask", () => {
  it("is rendered for everyone and stored nowhere", async () => {
    handle = page(false);
    expect(await rendersFor(["/form"], ["/form"])).toBe(2);
    expect((await t.ask("/form")).headers["cache-control"]).toBe("no-store");
  });
});

describe("the cache itself", () => {
  const world = { commits: () => 0, monotonic: () => time, wallClock: () => 0 };
  let time = 0;

  function keep(cache: PageCache, target: string, size: number) {
    const result = { body: Buffer.alloc(size), headers: [], until: undefined };
    return cache.keep(target, cache.beginRendering(), result);
  }

  it("forgets a page ten seconds after its rendering began", () => {
    const cache = new PageCache(world);
    time = 1000;
    keep(cache, "/a", 10);
    time = 1000 + LONGEST_LIFE_MS;
    expect(cache.find("/a")).toBeDefined();
    time++;
    expect(cache.find("/a")).toBeUndefined();
  });

  it("holds 32 MB at most, and drops what was used longest ago", () => {
    const cache = new PageCache(world);
    for (let i = 0; i < 40; i++) keep(cache, `/${i}`, 1_000_000);
    const kept = Array.from({ length: 40 }, (_, i) => i).filter((i) => cache.find(`/${i}`));
    expect(kept.length).toBeLessThanOrEqual(16);
    expect(kept).toContain(39);
    expect(kept).not.toContain(0);
  });

  it("takes over compressed forms when a page comes out the same", () => {
    const cache = new PageCache(world);
    const first = keep(cache, "/a", 5000);
    if (first) first.br = { body: Buffer.from("made"), headers: [] };
    expect(keep(cache, "/a", 5000)?.br).toBe(first?.br);
    expect(keep(cache, "/a", 5001)?.br).toBeUndefined();
  });
});
