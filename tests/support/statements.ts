import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { examine } from "./examine";
import { chosenColoursLost, clippedText, sidewaysParts, smallTargets, wrongStops } from "./seen";
import { type PageFacts, pageFacts, shownOnPaper } from "./told";

/** What a page is, where that changes what it has to keep. */
export type Kind = { locale: "en" | "ar"; sheet: boolean };

const PHONE = { width: 375, height: 812 };
const DESK = { width: 1280, height: 900 };
const NARROWEST = { width: 320, height: 640 };

/** Text spacing that people may set for themselves (WCAG 1.4.12). */
const SPACED =
  "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}";
const DOUBLED = "html{font-size:200%!important}";

/** Lays a reader's own style over the page; an empty one takes it away. */
const restyle = (page: Page, css: string) =>
  page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  }, css);

const none = (where: string, what: string, found: readonly string[]) =>
  expect.soft([...new Set(found)].slice(0, 8), `${where}: ${what}`).toEqual([]);

function checkFacts(where: string, facts: PageFacts, { locale, sheet }: Kind): void {
  expect.soft(facts.headings, `${where}: has one h1`).toHaveLength(1);
  expect.soft(facts.title, `${where}: the title ends with the site's name`).toMatch(/\S – Round Here$/);
  expect.soft(facts.lang, `${where}: language`).toBe(locale);
  expect.soft(facts.dir, `${where}: direction`).toBe(locale === "ar" ? "rtl" : "ltr");
  none(where, "words of another language without lang", facts.foreign);
  none(where, "fields that a browser cannot help with", facts.bareFields);
  none(where, "stops with an order of their own", facts.ordered);
  none(where, "pictures that say nothing and are not hidden", facts.mutePictures);
  if (sheet) return;
  expect.soft(facts.titleSaysHeading, `${where}: title and h1 say the same: ${facts.title}`).toBe(true);
  expect.soft(facts.firstStop, `${where}: the first stop skips to main`).toBe("#main");
  expect.soft(facts.help, `${where}: the footer begins with the telephone`).toMatch(/^tel:/);
}

let pictures = 0;

/** Keeps a picture of the page, for people to look at, when PICTURES names a folder for them. */
async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.PICTURES) return;
  const place =
    new URL(page.url()).pathname
      .slice(1)
      .replace(/[^\w-]+/g, "_")
      .slice(0, 60) || "home";
  // The caret stays as it is: hiding it would leave a style in the page.
  const file = `${place}-${name}-${process.pid}-${pictures++}.png`;
  await page.screenshot({ path: path.join(process.env.PICTURES, file), fullPage: true, caret: "initial" });
}

/** Looks at the page that is open as many different people would: axe and the statements beyond it. */
export async function keepsStatements(page: Page, kind: Kind): Promise<void> {
  const where = new URL(page.url()).pathname;
  await page.setViewportSize(DESK);
  await picture(page, "1280");
  if (kind.locale === "en") await examine(page);
  checkFacts(where, await page.evaluate(pageFacts, kind.locale), kind);
  await page.keyboard.press("Tab");
  none(where, "stops without a clear mark, or out of sight", await page.evaluate(wrongStops));
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

  await page.setViewportSize(PHONE);
  await picture(page, "375");
  if (kind.locale !== "en") await examine(page);
  none(where, "targets too small for a thumb", await page.evaluate(smallTargets));

  await page.setViewportSize(NARROWEST);
  none(where, "too wide at 320 px", await page.evaluate(sidewaysParts));
  await restyle(page, SPACED);
  none(where, "too wide with text spacing", await page.evaluate(sidewaysParts));
  none(where, "cut off with text spacing", await page.evaluate(clippedText));
  await page.setViewportSize({ width: 640, height: 800 });
  await restyle(page, DOUBLED);
  none(where, "too wide at 200% text", await page.evaluate(sidewaysParts));
  none(where, "cut off at 200% text", await page.evaluate(clippedText));
  await restyle(page, "");

  await page.emulateMedia({ forcedColors: "active" });
  none(where, "lost in forced colours", await page.evaluate(chosenColoursLost));
  none(where, "stops without a mark in forced colours", await page.evaluate(wrongStops));
  await page.emulateMedia({ forcedColors: "none", media: "print" });
  none(where, "on paper, where nobody can press it", await page.evaluate(shownOnPaper));
  await page.setViewportSize({ width: 680, height: 900 });
  await picture(page, "print");
  await page.emulateMedia({ media: "screen" });
}
