import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { LONGEST_MARKDOWN, RENDERER, type RenderOptions, renderMarkdown } from "~/platform/markdown.server";

/** A slow machine must not turn these into refusals; the real limit is tested below. */
async function html(source: string, options: RenderOptions = {}): Promise<string> {
  const rendered = await renderMarkdown(source, { limitMs: 10_000, ...options });
  return rendered.ok ? rendered.html : expect.fail(rendered.reason);
}

describe("renderMarkdown", () => {
  it("renders what staff need", async () => {
    const source = "Come *along*.\n\n- one\n- **two**\n\n3. three\n\n> quiet\n\n---\n\n~~no~~ `code`";
    expect(await html(source)).toBe(
      [
        "<p>Come <em>along</em>.</p>",
        "<ul>\n<li>one</li>\n<li><strong>two</strong></li>\n</ul>",
        '<ol start="3">\n<li>three</li>\n</ol>',
        "<blockquote>\n<p>quiet</p>\n</blockquote>",
        "<hr />",
        "<p><del>no</del> <code>code</code></p>",
      ].join("\n"),
    );
  });

  it("says which renderer made it, and that is the one installed", async () => {
    const version = (name: string) =>
      (JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")) as { version: string }).version;
    expect(await renderMarkdown("x", { limitMs: 10_000 })).toMatchObject({ ok: true, renderer: RENDERER });
    expect(RENDERER).toMatch(`marked-${version("marked")}+sanitize-${version("sanitize-html")}/`);
  });

  it.each([
    ["# A\n\n## B\n\n### C\n\n# D", "h2 h3 h3 h2"],
    ["## A\n\n### B\n\n## C", "h2 h3 h2"],
    ["### A\n\n## B\n\n> # C", "h2 h3 h2"],
    ["A\n===\n\nB\n---", "h2 h3"],
  ])("leaves the page its h1: %j", async (source, levels) => {
    const found = (await html(source)).match(/<h\d/g)?.map((tag) => tag.slice(1));
    expect(found?.join(" ")).toBe(levels);
  });

  it("can begin lower on a page that has headings of its own", async () => {
    expect(await html("# A\n\n## B", { topHeading: 3 })).toBe("<h3>A</h3>\n<h4>B</h4>");
  });

  it("names a table's region and its headers", async () => {
    expect(await html("| How | *Where* |\n| :-- | --: |\n| Phone | <b>here</b> |")).toBe(
      '<section class="rh-scroll" aria-label="How, Where" tabindex="0"><table><thead><tr><th scope="col">How</th>' +
        '<th scope="col"><em>Where</em></th></tr></thead><tbody><tr><th scope="row">Phone</th>' +
        '<td data-label="Where">&lt;b&gt;here&lt;/b&gt;</td></tr></tbody></table></section>',
    );
  });

  it.each([
    ["https://example.org/a?b=1&c=2", 'href="https://example.org/a?b=1&amp;c=2" rel="nofollow noopener"'],
    ["HTTP://example.org", 'href="HTTP://example.org" rel="nofollow noopener"'],
    ["/events", 'href="/events"'],
    ["mailto:hello@example.org", 'href="mailto:hello@example.org"'],
    ["tel:02079460123", 'href="tel:02079460123"'],
  ])("keeps a link to %s", async (href, attributes) => {
    expect(await html(`[go](${href})`)).toBe(`<p><a ${attributes}>go</a></p>`);
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java&#115;cript:alert(1)",
    "java&Tab;script:alert(1)",
    "&#1;javascript:alert(1)",
    "vbscript:x",
    "data:text/html;base64,PHNjcmlwdD4=",
    "//example.org",
    "/\\example.org",
    "/\\\\example.org",
    "\\\\example.org",
    "/&Tab;/example.org",
    "/&NewLine;/example.org",
    "https:\\\\example.org",
    "relative",
    "#part",
    "ftp://example.org",
    "file:///etc/passwd",
  ])("drops a link to %s and keeps its words", async (href) => {
    const out = await html(`[go](<${href}>)\n\n[go](${href})`);
    expect(out).toContain("go");
    expect(out).not.toMatch(/href=/);
  });

  it("shows a picture's description and fetches nothing", async () => {
    expect(await html('![A <b>dog</b>](https://example.org/x.png "t")')).toBe(
      "<p>A &lt;b&gt;dog&lt;/b&gt;</p>",
    );
  });

  it.each([
    "<script>alert(1)</script>",
    "<xmp><img src=x onerror=alert(1)></xmp>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<svg/onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<a href='javascript:alert(1)'>x</a>",
    "<form><input name=attributes><button formaction=javascript:alert(1)>",
    "a <b onmouseover=alert(1)>b</b> c",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<?xml <img src=x onerror=alert(1)> ?>",
    "<style>@import 'x'</style>",
    "<textarea></textarea><img src=x onerror=alert(1)>",
    "```html\n</code></pre><img src=x onerror=alert(1)>\n```",
    "`</code><img src=x onerror=alert(1)>`",
    '[x](https://example.org "\\"><img src=x onerror=alert(1)>")',
    '[x](https://example.org/"onmouseover="alert(1))',
    '![x" onerror="alert(1)](https://example.org/x.png)',
    "| <img src=x onerror=alert(1)> |\n| - |\n| a |",
    "# <img src=x onerror=alert(1)>",
    "- [ ] <img src=x onerror=alert(1)>",
    "&lt;img src=x onerror=alert(1)&gt;",
    "<https://example.org/<img src=x onerror=alert(1)>>",
    "[ref]: javascript:alert(1)\n\n[ref]",
    "<details open ontoggle=alert(1)>",
    "\u0000<img src=x onerror=alert(1)>",
  ])("lets no markup of the writer through: %j", async (source) => {
    const out = await html(source);
    const tags = out.match(/<[^>]*>/g) ?? [];
    const harmless =
      /^<\/?(p|h2|h3|ul|ol|li|em|strong|code|pre|hr|br|thead|tbody|table|tr|td|section)( ?\/)?>$|^<th scope="(col|row)">$|^<\/(th|a)>$/;
    const ours = /^<(section class="rh-scroll" aria-label="[^"<>]*" tabindex="0"|td data-label="[^"<>]*")>$/;
    const link = /^<a( href="(https:|mailto:|\/)[^"<>]*"( rel="nofollow noopener")?)?>$/;
    expect(tags.filter((tag) => !harmless.test(tag) && !ours.test(tag) && !link.test(tag))).toEqual([]);
  });

  it("refuses more than 20,000 characters", async () => {
    expect(await renderMarkdown("x".repeat(LONGEST_MARKDOWN + 1))).toEqual({ ok: false, reason: "too_long" });
    expect(await html("x ".repeat(LONGEST_MARKDOWN / 2))).toContain("x x");
  });

  it.each([
    ["a*_b", 5000],
    ["> ", 5000],
    ["_a", 10_000],
    ["*a_ ", 5000],
    ["[", 20_000],
    ["![", 10_000],
    ["- ", 10_000],
    ["<!--", 5000],
    ["[a](", 5000],
    ["`", 20_000],
    ["|", 20_000],
    ["~~a", 6000],
    ["**a *", 4000],
    ["&", 20_000],
  ])("answers soon whatever is written: %j × %i", async (part, times) => {
    const source = part.repeat(times).slice(0, LONGEST_MARKDOWN);
    const began = performance.now();
    let turns = 0;
    let done = false;
    const answer = renderMarkdown(source).then((rendered) => {
      done = true;
      return rendered;
    });
    // This thread goes on serving people meanwhile.
    while (!done) {
      await wait(10);
      turns += 1;
    }
    const rendered = await answer;
    expect(rendered.ok || rendered.reason === "too_hard").toBe(true);
    expect(performance.now() - began).toBeLessThan(10_000);
    if (!rendered.ok) expect(turns).toBeGreaterThan(1);
  });

  it("gives up on a tangle, and reads the next text as if nothing had been", async () => {
    const tangle = renderMarkdown("a*_b".repeat(5000));
    const next = html("Hello");
    expect(await tangle).toEqual({ ok: false, reason: "too_hard" });
    expect(await next).toBe("<p>Hello</p>");
  });
});
