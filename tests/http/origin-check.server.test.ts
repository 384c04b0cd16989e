import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeFormToken } from "~/http/form-token.server";
import { cookieValue, ownOrigins } from "~/http/origin-check.server";
import { FORM, openTestDoor, SECRET, type TestDoor } from "../support/front-door";

const TYPE = { "content-type": FORM["content-type"] };
const OURS = FORM.origin;

describe("a form is let in", () => {
  let t: TestDoor;
  let handled = 0;
  beforeAll(async () => {
    t = await openTestDoor({
      sessionCookie: "session",
      handle(req, res) {
        handled++;
        res.setHeader("seen-host", String(req.headers.host));
        res.setHeader("seen-origin", String(req.headers.origin));
        res.setHeader("seen-forwarded", String(req.headers["x-forwarded-host"] ?? req.headers.forwarded));
        res.end("ok");
      },
    });
  });
  afterAll(() => t.door.close());

  async function post(headers: Record<string, string>, body = "a=1") {
    const before = handled;
    const answer = await t.ask("/form", { method: "POST", headers: { ...TYPE, ...headers }, body });
    expect(handled - before).toBe(answer.status === 200 ? 1 : 0);
    return answer;
  }

  it.each([
    ["our origin", { origin: OURS }, 200],
    ["same-origin by the browser's word", { "sec-fetch-site": "same-origin" }, 200],
    [
      "same-origin, though a proxy changed the host",
      { "sec-fetch-site": "same-origin", host: "app:3000" },
      200,
    ],
    ["cross-site", { "sec-fetch-site": "cross-site", origin: OURS }, 403],
    ["same-site, which is a neighbour", { "sec-fetch-site": "same-site" }, 403],
    ["none", { "sec-fetch-site": "none" }, 403],
    ["two words at once", { "sec-fetch-site": "same-origin, cross-site" }, 403],
    ["another origin", { origin: "https://evil.example" }, 403],
    ["null", { origin: "null" }, 403],
    ["empty", { origin: "" }, 403],
    ["not an origin", { origin: "hello world" }, 403],
    ["our name with another scheme", { origin: OURS.replace("http:", "https:") }, 403],
    ["our name with another port", { origin: `${OURS}:8080` }, 403],
    ["our name as the start of theirs", { origin: `${OURS}.evil.example` }, 403],
    ["theirs, with a host to match", { origin: "https://evil.example", host: "evil.example" }, 403],
    ["theirs, forwarded", { origin: "https://evil.example", "x-forwarded-host": "evil.example" }, 403],
    ["nothing said", {}, 403],
  ])("%s: %j → %i", async (_kind, headers, status) => {
    const answer = await post(headers);
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.text).toContain("We did not save that");
  });

  it("by a form token when the browser says nothing", async () => {
    const now = Date.now();
    const body = (token: string) => `a=1&formToken=${token}`;
    expect((await post({}, body(makeFormToken(SECRET, new Date(now))))).status).toBe(200);
    expect((await post({}, body(makeFormToken(SECRET, new Date(now - 86_400_000))))).status).toBe(200);
    expect((await post({}, body(makeFormToken(SECRET, new Date(now - 2 * 86_400_000))))).status).toBe(403);
    expect((await post({}, body(makeFormToken("another secret", new Date(now))))).status).toBe(403);
    expect((await post({}, body("short"))).status).toBe(403);
  });

  it("by a form token only for the session it was made for", async () => {
    const token = makeFormToken(SECRET, new Date(), "mine");
    const body = `formToken=${token}`;
    expect((await post({ cookie: "a=b; session=mine" }, body)).status).toBe(200);
    expect((await post({ cookie: "session=theirs" }, body)).status).toBe(403);
    expect((await post({}, body)).status).toBe(403);
  });

  it("never by a form token against the browser's word", async () => {
    const body = `formToken=${makeFormToken(SECRET, new Date())}`;
    expect((await post({ origin: "https://evil.example" }, body)).status).toBe(403);
    expect((await post({ "sec-fetch-site": "cross-site" }, body)).status).toBe(403);
  });

  it("and Remix is told our own host and origin, whatever was sent", async () => {
    const { headers } = await post({
      "sec-fetch-site": "same-origin",
      host: "evil.example",
      origin: "https://other.example",
      "x-forwarded-host": "evil.example",
      forwarded: "host=evil.example",
    });
    expect(headers["seen-host"]).toBe("larkmere.example.org");
    expect(headers["seen-origin"]).toBe(OURS);
    expect(headers["seen-forwarded"]).toBe("undefined");
  });

  it("and a page request with any origin is just a page request", async () => {
    const { status, headers } = await t.ask("/", {
      headers: { origin: "::::", host: "evil.example", "x-forwarded-host": "a, b" },
    });
    expect(status).toBe(200);
    expect(headers["seen-host"]).toBe("larkmere.example.org");
    expect(headers["seen-origin"]).toBe("undefined");
  });
});

describe("on loopback without a configured origin", () => {
  it("localhost, 127.0.0.1 and [::1] are one, at the port it listens on", async () => {
    const t = await openTestDoor({ origin: "http://localhost:3000", originIsExplicit: false });
    const from = (origin: string) =>
      t.ask("/", { method: "POST", headers: { ...TYPE, origin }, body: "" }).then(({ status }) => status);
    expect(await from(`http://localhost:${t.port}`)).toBe(200);
    expect(await from(`http://127.0.0.1:${t.port}`)).toBe(200);
    expect(await from(`http://[::1]:${t.port}`)).toBe(200);
    expect(await from(`http://127.0.0.1:${t.port + 1}`)).toBe(403);
    expect(await from(`https://localhost:${t.port}`)).toBe(403);
    await t.door.close();
  });

  it("but not when the origin is configured, nor when others can reach the server", () => {
    const origin = "http://localhost:3000";
    expect([...ownOrigins(origin, true, "127.0.0.1", 3000)]).toEqual([origin]);
    expect([...ownOrigins(origin, false, "0.0.0.0", 3000)]).toEqual([origin]);
    expect(ownOrigins(origin, false, "localhost", 3000).size).toBe(3);
  });
});

it("finds one cookie among several", () => {
  expect(cookieValue("a=1; session=x=y; b=2", "session")).toBe("x=y");
  expect(cookieValue("mysession=1", "session")).toBe("");
  expect(cookieValue(undefined, "session")).toBe("");
});
