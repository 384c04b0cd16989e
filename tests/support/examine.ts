import { AxeBuilder } from "@axe-core/playwright";
import { type CDPSession, expect, type Page, type Response, test } from "@playwright/test";
import { HtmlValidate } from "html-validate";
import { fingerprint, noteExamined, wasExamined } from "./examined";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** React writes attributes and void elements in ways of its own, and repeated codes are the contract. */
const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    "attr-case": "off",
    "attribute-boolean-style": "off",
    "attribute-empty-style": "off",
    "form-dup-name": "off",
    // Events have the titles that people give them.
    "long-title": "off",
    "no-implicit-input-type": "off",
    "no-redundant-role": "off",
    "no-trailing-whitespace": "off",
    "tel-non-breaking": "off",
    "void-style": "off",
  },
});

/** What is kept of a page between two looks at it. */
type Watched = { html?: Promise<string>; answers: Set<string>; complaints: string[]; scripts: boolean };

const watched = new Map<Page, Watched>();
const sessions = new WeakMap<Page, CDPSession>();

const isPage = (response: Response, page: Page) =>
  response.request().isNavigationRequest() && response.frame() === page.mainFrame();

/** Notes what a page loads and complains of, until it is closed. */
export function watch(page: Page, scripts: boolean): void {
  const notes: Watched = { answers: new Set(), complaints: [], scripts };
  watched.set(page, notes);
  page.on("close", () => watched.delete(page));
  page.on("pageerror", (error) => notes.complaints.push(`script error: ${error.message}`));
  page.on("console", (message) => {
    // Browsers note a page that answers 4xx; journeys say themselves which of them they expect.
    const isAnswer = /status of 4\d\d/.test(message.text()) && notes.answers.has(message.location().url);
    // axe itself is a script, and may not enter the frame that shows a mail.
    const isAxe = message.text().startsWith("Blocked script execution");
    // Journeys switch the network off themselves.
    const isOffline = message.text().includes("net::ERR_INTERNET_DISCONNECTED");
    if (message.type() === "error" && !isAnswer && !isAxe && !isOffline)
      notes.complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    const isOurs = origin === process.env.SITE_URL || protocol === "data:" || protocol === "about:";
    if (!isOurs) notes.complaints.push(`request to another host: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 500) notes.complaints.push(`${response.status()} from ${response.url()}`);
    if (!isPage(response, page) || (response.status() >= 300 && response.status() < 400)) return;
    notes.answers.add(response.url());
    if (!response.headers()["content-type"]?.startsWith("text/html")) return;
    notes.html = response.text().catch(() => "");
  });
}

/** Looks at every open page the way a strict visitor would; fails with all that is wrong. */
export async function examineAll(): Promise<void> {
  for (const page of watched.keys()) if (page.url().startsWith("http")) await examine(page);
}

/** axe, the markup as it was sent, nothing inline, nothing from elsewhere, no complaint in the console. */
export async function examine(page: Page): Promise<void> {
  const notes = watched.get(page);
  if (!notes) throw new Error("Only pages that are watched can be examined.");
  await page.waitForLoadState();
  const where = new URL(page.url()).pathname;
  expect.soft(notes.complaints.splice(0), `complaints on ${where}`).toEqual([]);
  const content = await page.content();
  const print = fingerprint(page.viewportSize()?.width ?? 0, content);
  if (wasExamined(print)) return;
  const faultsBefore = test.info().errors.length;
  expect.soft(await faultsInMarkup((await notes.html) ?? content), `markup of ${where}`).toEqual([]);
  expect.soft(await inlineParts(page), `inline parts of ${where}`).toEqual([]);
  expect.soft(await axeFaults(page, notes.scripts), `axe on ${where}`).toEqual([]);
  if (test.info().errors.length === faultsBefore) noteExamined(print);
}

async function faultsInMarkup(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results
    .flatMap((one) => one.messages)
    .map((one) => `${one.ruleId}: ${one.message} (${one.selector})`);
}

function inlineParts(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter(
        (element) =>
          element.hasAttribute("style") ||
          (element.matches("script:not([src])") && element.getAttribute("type") !== "application/ld+json") ||
          element.getAttributeNames().some((name) => name.startsWith("on")),
      )
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

/** What axe finds, each with the rule and the elements. */
export async function axeFaults(page: Page, scripts: boolean): Promise<string[]> {
  const run = async () => {
    const found = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode(true).analyze();
    return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" | ")}`);
  };
  return scripts ? run() : withScripts(page, run);
}

/**
 * axe is a script itself: lets scripts run in a page whose scripts are off, and turns them off again. The
 * session has to stay open, because closing it would leave scripts on.
 */
async function withScripts<T>(page: Page, run: () => Promise<T>): Promise<T> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  // A new session believes that scripts run, so it has to turn them off before it can turn them on.
  await session.send("Emulation.setScriptExecutionDisabled", { value: true });
  await session.send("Emulation.setScriptExecutionDisabled", { value: false });
  const result = await run();
  await session.send("Emulation.setScriptExecutionDisabled", { value: true });
  return result;
}
