import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safePath, safeRedirect } from "~/routes/safe-redirect";

describe("a redirect", () => {
  it("follows paths of our own", () => {
    for (const path of ["/", "/manage/people", "/events?q=a%20b&page=2", "/account#sessions"]) {
      expect(safePath(path, "/other")).toBe(path);
    }
  });

  it("goes nowhere else, however it is written", () => {
    const tricks = [
      "",
      null,
      undefined,
      "manage",
      "https://evil.example",
      "//evil.example",
      "///evil.example",
      "/\\evil.example",
      "\\\\evil.example",
      "/\t/evil.example",
      "/\n/evil.example",
      "/.//evil.example",
      "/..//evil.example",
      "/a/..//evil.example",
      "javascript:alert(1)",
      "/ /evil.example",
      "/%0d%0aSet-Cookie: a=b",
      "/é",
      "/\u0000",
      `/${"a".repeat(501)}`,
    ];
    for (const trick of tricks) expect(safePath(trick, "/safe")).toBe("/safe");
  });

  it("never names another host, whatever is typed", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `/${text}`),
        ),
        (typed) => {
          const path = safePath(typed, "/safe");
          expect(new URL(path, "https://ours.example").host).toBe("ours.example");
          expect(path).toMatch(/^\/(?!\/)/);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("is a 303 that sets every cookie", () => {
    const answer = safeRedirect("/account", "/", "a=1; Path=/", "b=2; Path=/");
    expect(answer.status).toBe(303);
    expect(answer.headers.get("Location")).toBe("/account");
    expect(answer.headers.getSetCookie()).toEqual(["a=1; Path=/", "b=2; Path=/"]);
  });
});
