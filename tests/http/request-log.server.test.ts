import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loggedError, loggedRoute } from "~/http/request-log.server";
import { FORM, openTestDoor, type TestDoor } from "../support/front-door";

describe("a logged path", () => {
  it.each([
    ["/", "/"],
    ["/events/summer-fair-2026", "/events/summer-fair-2026"],
    ["/events.ics", "/events.ics"],
    ["/registrations/kQ2x-_9a/cancel", "/registrations/:token/cancel"],
    ["/registrations/summer", "/registrations/:token"],
    ["/Registrations/summer", "/:other/:token"],
    ["/sign-in/short", "/sign-in/:token"],
    ["/events/amina@example.org", "/events/:other"],
    ["/events/Amina Yusuf", "/events/:other"],
    ["/x/07700900123", "/x/:other"],
    ["/x/0123456789abcdef0123456789abcdef", "/x/:other"],
    [
      "/commitments/018f3a1c-9c7d-7e21-bc8a-0d2076db4889",
      "/commitments/018f3a1c-9c7d-7e21-bc8a-0d2076db4889",
    ],
    ["/a\nb", "/:other"],
    ["/.well-known/security.txt", "/.well-known/security.txt"],
  ])("%j is %j", (path, route) => {
    expect(loggedRoute(path)).toBe(route);
  });
});

describe("a logged error", () => {
  it("says what and where, never what was typed", () => {
    const cause = Object.assign(new TypeError("bad value amina@example.org"), { code: "SQLITE_FULL" });
    const logged = loggedError(new Error("insert failed: amina@example.org\n  at Amina", { cause }));
    expect(logged.kinds).toEqual(["Error", "TypeError SQLITE_FULL"]);
    expect(logged.stack.join()).toContain("request-log.server.test.ts");
    expect(JSON.stringify(logged)).not.toMatch(/amina/i);
  });

  it("takes anything that can be thrown", () => {
    expect(loggedError("amina@example.org")).toEqual({ kinds: ["string"], stack: [] });
    expect(loggedError(null)).toEqual({ kinds: ["object"], stack: [] });
    const loop = new Error("a");
    loop.cause = loop;
    expect(loggedError(loop).kinds.length).toBe(5);
  });
});

describe("at the door", () => {
  const secrets = [
    "tok3nOfAmina",
    "amina@example.org",
    "Yusuf",
    "s3ssion",
    "198.51.100.7",
    "127.0.0.1",
    "step-free",
  ];
  let t: TestDoor;
  beforeAll(async () => {
    t = await openTestDoor({
      trustProxy: 1,
      handle(req, res) {
        if (req.url?.startsWith("/fails")) throw new Error("for Yusuf, amina@example.org");
        res.end("ok");
      },
    });
  });
  afterAll(() => t.door.close());

  it("one line a request, without anything personal", async () => {
    const headers = { cookie: "session=s3ssion", "x-forwarded-for": "198.51.100.7", "user-agent": "Yusuf" };
    await t.ask("/registrations/tok3nOfAmina?name=Yusuf", { headers });
    await t.ask("/fails?q=amina%40example.org", { headers });
    await t.ask("/form", {
      method: "POST",
      headers: { ...FORM, ...headers },
      body: "name=Yusuf&needs=step-free",
    });
    await t.ask("/%zz/amina@example.org", { headers });
    await expect.poll(() => t.log.filter(({ message }) => message === "request").length).toBe(4);
    const text = JSON.stringify(t.log);
    for (const secret of secrets) expect(text).not.toContain(secret);
    const [line] = t.log;
    expect(line).toMatchObject({ method: "GET", route: "/registrations/:token", status: 200, bytes: 2 });
    expect(line?.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(line?.ms).toBeGreaterThanOrEqual(0);
    const failure = t.log.find(({ level }) => level === "error");
    expect(t.log.find(({ status }) => status === 500)?.id).toBe(failure?.id);
  });

  it("nothing of the steps in which somebody answers a survey", async () => {
    const t = await openTestDoor({ handle: (_req, res) => void res.end("ok") });
    for (const path of [
      "/surveys/hall/trust",
      "/pt/surveys/hall/check",
      "/surveys/hall/return/K7PM-3XRD-9TWQ",
      "/equality/survey/hall",
      "/pt/equality/event/tea/ethnicity",
    ]) {
      await t.ask(path);
      await t.ask(path, { method: "POST", headers: FORM, body: "trust=4&action=next" });
    }
    await t.ask("/surveys/hall");
    await t.ask("/surveys/hall/results");
    await t.door.close();
    const routes = t.log.filter(({ message }) => message === "request").map(({ route }) => route);
    expect(routes).toEqual(["/surveys/hall", "/surveys/hall/results"]);
    expect(JSON.stringify(t.log)).not.toMatch(/trust|check|K7PM/);
  });

  it("says when the visitor left before the answer", async () => {
    const slow = await openTestDoor({ handle: () => {} });
    await slow.raw("GET / HTTP/1.1\r\nHost: a\r\n\r\n", 100);
    await expect.poll(() => slow.log[0]).toMatchObject({ aborted: true });
    await slow.door.close();
  });

  it("counts the pages answered from memory", async () => {
    const kept = await openTestDoor({
      handle(_req, res, context) {
        context.page.keep = true;
        res.end("ok");
      },
    });
    for (let n = 0; n < 4; n++) await kept.ask("/");
    await kept.door.close();
    expect(kept.log.find(({ hits }) => hits)).toMatchObject({ hits: 3 });
  });
});
