import { readdirSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { findContentPage, type Publisher, prepareContent } from "~/platform/content.server";

const publisher: Publisher = {
  name: "Larkmere",
  council: "Larkmere & District <Council>",
  programme: "*Round* [Here](https://example.org)",
  contacts: {
    phone: "020 7946 0123",
    textNumber: "07700 900123",
    email: "help_us_please@example.org",
    address: "1 High Street\nLarkmere",
    hours: "Monday to Friday, 9am to 5pm",
    safeguardingAdults: "020 7946 0124",
    safeguardingChildren: "020 7946 0125",
  },
  periods: null,
};

describe("content pages", () => {
  it("can all be rendered, before the borough is set up too", async () => {
    await prepareContent(null);
    await prepareContent(publisher);
    const slugs = readdirSync("content/pages").map((name) => name.replace(".md", ""));
    expect(slugs).toEqual(expect.arrayContaining(["about", "privacy", "accessibility", "cookies", "help"]));
    for (const slug of slugs) {
      const page = await findContentPage(publisher, slug);
      expect(page?.html, slug).not.toMatch(/\{\{|<h1|undefined/);
      expect(page?.summary, slug).not.toMatch(/\{\{/);
      expect(page?.updated, slug).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
    expect(await findContentPage(publisher, "nothing")).toBeNull();
  });

  it("say what the borough says, as words and never as markup", async () => {
    const about = await findContentPage(publisher, "about");
    expect(about?.summary).toContain("*Round* [Here](https://example.org)");
    expect(about?.html).toContain("*Round* [Here](");
    expect(about?.html).toContain("Larkmere &amp; District");
    expect(about?.html).toContain(
      '<a href="mailto:help_us_please@example.org">help_us_please@example.org</a>',
    );
    expect(about?.html).toContain("1 High Street Larkmere");
  });

  it("follow the borough when its phone number changes", async () => {
    const contacts = { ...publisher.contacts, phone: "020 7946 0999" };
    const help = await findContentPage({ ...publisher, contacts }, "help");
    expect(help?.html).toContain("020 7946 0999");
    expect(help?.html).not.toContain("020 7946 0123");
  });

  it("state how long the borough keeps things, and what the site begins with where it has not said", async () => {
    const first = await findContentPage(publisher, "privacy");
    expect(first?.html).toContain("deleted 14 days after the event");
    const set = await findContentPage({ ...publisher, periods: { accessNeedsDays: 21 } }, "privacy");
    expect(set?.html).toContain("deleted 21 days after the event");
    expect(set?.html).not.toContain("14 days after the event");
    expect(set?.html).toContain("12 months after the event");
  });
});

describe("a page that is wrong", () => {
  it.each([
    [
      "---\ntitle: A\nsummary: B\nupdated: '2026-01-01'\n---\n{{borough.mayor}}",
      "no value {{borough.mayor}}",
    ],
    ["---\ntitle: A\nsummary: '{{toString}}'\nupdated: '2026-01-01'\n---\nx", "no value {{toString}}"],
    ["---\ntitle: A\nupdated: '2026-01-01'\n---\nx", "summary"],
    ["---\ntitle: A\nsummary: B\nupdated: yesterday\n---\nx", "updated"],
    ["# No head", "between two lines of ---"],
  ])("stops the start and says where: %j", async (text, words) => {
    vi.resetModules();
    vi.doMock("node:fs", async (original) => ({
      ...(await original<typeof import("node:fs")>()),
      readdirSync: () => ["wrong.md"],
      readFileSync: () => text,
    }));
    const content = await import("~/platform/content.server");
    await expect(content.prepareContent(null)).rejects.toThrow(words);
    await expect(content.prepareContent(null)).rejects.toThrow("content/pages/wrong.md");
    vi.doUnmock("node:fs");
  });
});
