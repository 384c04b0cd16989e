import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import { findStylesheet, plainErrorPage } from "~/http/error-page.server";
import { openTestDoor } from "../support/front-door";

const page = plainErrorPage({ phone: "020 7946 0123", stylesheet: "/assets/root-abc.css" });

describe("an error page", () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:recommended"],
    rules: { "tel-non-breaking": "off" },
  });
  it.each([400, 403, 404, 405, 408, 413, 414, 415, 417, 431, 500, 503, 418, 507])(
    "%i is sound HTML in plain words",
    async (status) => {
      const html = page(status, "en");
      const report = await validator.validateString(html);
      expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
      expect(html).toContain("020 7946 0123");
      expect(html).toContain('href="/assets/root-abc.css"');
      expect(html).not.toMatch(/style=|<script|<style|onclick|\b(HTTP|server error|request|invalid)\b/);
    },
  );

  it("leads home in the visitor's language", () => {
    expect(page(404, "en")).toContain('href="/"');
    expect(page(404, "pt")).toContain('href="/pt"');
  });

  it("gives a number to read out", () => {
    expect(page(500, "en", "abc123")).toContain("abc123");
  });

  it("escapes what it is given", () => {
    expect(plainErrorPage({ phone: "<b>" })(404, "en")).toContain("&lt;b&gt;");
  });

  it("does without a stylesheet when none is built", () => {
    expect(findStylesheet("/nonexistent")).toBeUndefined();
    expect(plainErrorPage({ phone: "1" })(404, "en")).not.toContain("<link");
  });
});

describe("when a handler fails", () => {
  it("before it wrote: 500, the reference of the log, nothing of the error", async () => {
    const t = await openTestDoor({
      handle(_req, res) {
        res.setHeader("Set-Cookie", "half=done").setHeader("X-Half", "done");
        res.write("half a page");
        throw new Error("secret detail");
      },
    });
    const answer = await t.ask("/pt/x");
    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(/half|secret|\.ts/);
    expect(answer.headers).not.toHaveProperty("set-cookie");
    expect(answer.headers).not.toHaveProperty("x-half");
    const logged = t.log.find(({ level }) => level === "error");
    expect(answer.text).toContain(String(logged?.id).slice(0, 8));
    expect(answer.text).toContain('href="/pt"');
    await t.door.close();
  });

  it("later, too: by a promise, in a form", async () => {
    const t = await openTestDoor({ handle: async () => Promise.reject(new Error("no")) });
    const init = { method: "POST", headers: { "sec-fetch-site": "same-origin" } };
    expect((await t.ask("/form", init)).status).toBe(500);
    expect((await t.ask("/healthz")).status).toBe(200);
    await t.door.close();
  });

  it("with a bare line of text: our page, with the hints for programs; other errors are its own", async () => {
    const t = await openTestDoor({
      handle(req, res) {
        const type = req.url === "/json" ? "application/json" : "text/plain";
        res.writeHead(503, { "Content-Type": type, "Retry-After": "9" }).end('{"no":1}');
      },
    });
    const bare = await t.ask("/bare");
    expect(bare.text).toContain("very busy");
    expect([bare.status, bare.headers["retry-after"]]).toEqual([503, "9"]);
    expect((await t.ask("/json")).text).toBe('{"no":1}');
    await t.door.close();
  });

  it("after a large answer began: the connection is cut, so that half is not taken for whole", async () => {
    const t = await openTestDoor({
      async handle(_req, res) {
        res.setHeader("Content-Type", "text/csv").write("x".repeat(3_000_000));
        throw new Error("no");
      },
    });
    await expect(t.ask("/export")).rejects.toThrow();
    await t.door.close();
  });
});
