import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { splitLocale } from "~/http/locale-prefix";
import { LOCALES, openTestDoor, type TestDoor } from "../support/front-door";

describe("splitting", () => {
  it.each([
    ["/events", "en", "/events"],
    ["/", "en", "/"],
    ["/pt/events", "pt", "/events"],
    ["/pt", "pt", "/"],
    ["/ar/events/park-day", "ar", "/events/park-day"],
    ["/fr/events", "en", "/fr/events"],
    ["/PT/events", "en", "/PT/events"],
    ["/ptx", "en", "/ptx"],
    ["/events/pt", "en", "/events/pt"],
  ])("%s is %s %s", (path, locale, rest) => {
    expect(splitLocale(path, LOCALES)).toEqual({ kind: "page", locale, path: rest });
  });

  it.each([
    ["/en", "/"],
    ["/en/", "/"],
    ["/en/events", "/events"],
    ["/events/", "/events"],
    ["/pt/", "/pt"],
    ["/pt/events//", "/pt/events"],
    ["//evil.example", "/evil.example"],
    ["//evil.example/", "/evil.example"],
    ["/en//evil.example", "/evil.example"],
    ["///", "/"],
  ])("%s is moved to %s", (path, to) => {
    expect(splitLocale(path, LOCALES)).toEqual({ kind: "moved", to });
  });
});

describe("at the door", () => {
  let t: TestDoor;
  beforeAll(async () => {
    t = await openTestDoor({ handle: (req, res, { locale }) => void res.end(`${locale} ${req.url}`) });
  });
  afterAll(() => t.door.close());

  it("the handler gets the language and the address without it", async () => {
    expect((await t.ask("/pt/events?page=2")).text).toBe("pt /events?page=2");
    expect((await t.ask("/so")).text).toBe("so /");
    expect((await t.ask("/events")).text).toBe("en /events");
  });

  it("moves for good, with the query, and never to another site", async () => {
    for (const [from, to] of [
      ["/en/events?q=a%20b", "/events?q=a%20b"],
      ["/events/?page=2", "/events?page=2"],
      ["//evil.example/?a", "/evil.example?a"],
      ["//evil.example", "/evil.example"],
    ] as const) {
      const answer = await t.ask(from);
      expect(answer.status).toBe(308);
      expect(answer.headers.location).toBe(to);
    }
  });

  it("keeps scripts' data addresses away from Remix", async () => {
    for (const path of [
      "/events.data",
      "/_root.data",
      "/pt/events.data",
      "/events?_data=routes%2Fx",
      "/events?a=1&_routes=x",
      "/events%2Edata",
      "/events?%5Fdata=x",
      "/__manifest?p=/",
    ]) {
      expect((await t.ask(path)).status, path).toBe(404);
    }
    expect((await t.ask("/events?index")).status).toBe(200);
  });
});
