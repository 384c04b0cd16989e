import { describe, expect, it } from "vitest";
import { type Block, LONGEST_SUBJECT, letter, oneLine } from "~/platform/letter.server";
import { LOCALE_CODES, type Locale } from "~/platform/locales";

const from = { name: "Larkmere", phone: "020 7946 0123", programme: "Round Here" };
const blocks: Block[] = [
  { kind: "text", text: "Hello Sam,\n\nYour place is saved.\nSee you there." },
  {
    kind: "facts",
    rows: [
      ["When", "Tuesday 12 January 2027"],
      ["Reference", "K7PM-3XRD"],
    ],
  },
  {
    kind: "link",
    label: "Change or cancel",
    href: "https://roundhere.example.org/registrations/abc?a=1&b=2",
  },
  { kind: "code", code: "482 913" },
];
const write = (more: Partial<Parameters<typeof letter>[0]> = {}) =>
  letter({ locale: "en", from, subject: "Your place is saved", blocks, ...more });

describe("letter", () => {
  it("says the same in text and HTML, with every address in full", () => {
    const { text, html } = write();
    expect(text).toBe(
      [
        "Hello Sam,",
        "",
        "Your place is saved.",
        "See you there.",
        "",
        "When: Tuesday 12 January 2027",
        "Reference: K7PM-3XRD",
        "",
        "Change or cancel:",
        "https://roundhere.example.org/registrations/abc?a=1&b=2",
        "",
        "    482 913",
        "",
        "-- ",
        "Round Here, Larkmere",
        "020 7946 0123",
        "",
      ].join("\n"),
    );
    expect(html.match(/https:\/\/roundhere\.example\.org\/registrations\/abc\?a=1&amp;b=2/g)).toHaveLength(3);
    for (const word of ["Hello Sam,", "See you there.", "K7PM-3XRD", "482 913", 'href="tel:02079460123"']) {
      expect(html).toContain(word);
    }
  });

  it("fetches nothing, needs no script and has no style attribute", () => {
    const { html } = write();
    expect(html).not.toMatch(/ src=| style=|<link|<script|<img|url\(|@import/);
  });

  it("shows a preview from the text", () => {
    expect(write().html).toContain(
      '<div class="preview" hidden>Hello Sam, Your place is saved. See you there.</div>',
    );
  });

  it.each(LOCALE_CODES)("names the language and its direction: %s", (locale: Locale) => {
    const dir = locale === "ar" ? "rtl" : "ltr";
    expect(write({ locale }).html).toContain(`<html lang="${locale}" dir="${dir}">`);
  });

  it("escapes everything that people wrote", () => {
    const bad = `<img src=x onerror="alert('1')">&`;
    const { html, text } = write({
      subject: bad,
      from: { name: bad, phone: bad, programme: bad },
      blocks: [
        { kind: "text", text: bad },
        { kind: "facts", rows: [[bad, bad]] },
        { kind: "link", label: bad, href: "https://example.org/?q=%22%3E&'" },
        { kind: "code", code: bad },
      ],
    });
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;");
    expect(text).toContain(bad);
  });

  it("keeps a subject under 60 characters, cut at a word", () => {
    const long = "Your place at Talking about care close to home in Alder Vale on Tuesday 12 January 2027";
    const { subject } = write({ subject: long });
    expect([...subject].length).toBeLessThanOrEqual(LONGEST_SUBJECT);
    expect(subject).toBe("Your place at Talking about care close to home in Alder…");
    expect([...write({ subject: "x".repeat(100) }).subject]).toHaveLength(LONGEST_SUBJECT);
    expect(write({ subject: "😀".repeat(100) }).subject).not.toMatch(/[\ud800-\udbff]…/);
  });

  it.each(["a\r\nBcc: everyone@example.org", "a\nb", "a\rb", "a\0b", "a\u2028b", "a\u0085b"])(
    "refuses a header of two lines: %j",
    (subject) => {
      expect(() => write({ subject })).toThrow("one line");
      expect(() => oneLine(subject)).toThrow("one line");
    },
  );

  it.each([
    "javascript:alert(1)",
    "/events",
    "//example.org",
    "https://",
    "data:text/html,x",
    "https://a b",
    "",
  ])("refuses an address that is not whole: %j", (href) => {
    expect(() => write({ blocks: [{ kind: "link", label: "x", href }] })).toThrow("whole");
  });
});
