import { type Browser, expect, type Page, test } from "@playwright/test";
import { inLocale } from "../../app/platform/locales";
import { watch } from "../support/examine";
import { loading } from "../support/pages";
import { expectRefused } from "../support/refused";
import { openScene, type Scene } from "../support/scene";
import { keepsStatements } from "../support/statements";
import type { Stop } from "../support/stop";
import { forgotten, isListed, type Part, parts } from "../support/tour";
import { openScales } from "../support/weight";

test.describe.configure({ mode: "parallel" });
// Each page is looked at in every width and mode by one project; the journeys run in all of them.
test.skip(({ javaScriptEnabled, viewport }) => javaScriptEnabled !== false || viewport?.width !== 375);

/** Follows the first link of a page that leads to a record of this kind, and returns the whole address. */
async function addressFrom(page: Page, list: string, address: string): Promise<string> {
  const like = new RegExp(`^${address.replace(/:\w+.*$/, "([^/?.]+)")}`);
  await page.goto(list);
  const links = await page
    .getByRole("main")
    .getByRole("link")
    .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  const found = links.find((link) => like.test(link) && !isListed(link.match(like)?.[0] ?? ""));
  expect(found, `${list} has a link to ${address}`).toBeTruthy();
  return address.replace(/:\w+/, found?.match(like)?.[1] ?? "");
}

async function open(scene: Scene, address: string, stop: Stop, locale: "en" | "ar"): Promise<void> {
  const { page } = scene;
  const way = stop.from ? await addressFrom(page, stop.from, address) : await stop.way?.(scene);
  const path = way ?? address;
  const asked = locale === "ar" ? inLocale("ar", path) : path;
  const answer = await page.goto(asked);
  expect(answer?.status(), asked).toBe(stop.status ?? 200);
  expect(new URL(page.url()).pathname, "opened, and nobody was sent elsewhere").toBe(
    new URL(asked, page.url()).pathname,
  );
}

/** Sends the page's form with nothing in it: it comes back with what is missing. */
async function sendEmpty(page: Page, presses?: string): Promise<void> {
  const form = page.locator("main form[method=post]:not(details form)").last();
  await form.evaluate((element) => {
    for (const field of element.querySelectorAll<HTMLInputElement>("input:not([type=hidden]), textarea")) {
      if (/radio|checkbox/.test(field.type)) field.checked = false;
      else field.value = "";
    }
  });
  const button = form.getByRole("button", { name: presses }).last();
  const answer = await loading(page, () => button.click());
  const said = await page.locator(".govuk-error-summary a").allTextContents();
  expect(said.length, `${page.url()} says what is missing`).toBeGreaterThan(0);
  await expectRefused(page, answer, said);
  for (const words of said) expect.soft(words).not.toMatch(/^(invalid|required)\b/i);
}

async function visitAll(browser: Browser, part: Part, locale: "en" | "ar"): Promise<void> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  watch(page, false);
  const headers = { origin: process.env.SITE_URL ?? "" };
  if (part.as) await page.request.post("/sign-in/demo", { form: { person: part.as }, headers });
  const scene = openScene(page);
  const over = part.as ? null : await openScales(page);
  for (const [address, stop] of part.stops) {
    await test.step(address, async () => {
      await open(scene, address, stop, locale);
      if (over) expect.soft(await over(), `${address}: a first visit is too heavy`).toEqual([]);
      await keepsStatements(page, { locale, sheet: stop.sheet ?? false });
      if (!stop.refuses || locale !== "en") return;
      await sendEmpty(page, stop.presses);
      await keepsStatements(page, { locale, sheet: stop.sheet ?? false });
    });
  }
  await scene.close();
  await context.close();
}

test("the tour has every page of the site map", () => {
  const inWords =
    "Say in tests/support/tour.ts how each of these pages of app/routes.ts is opened, and by whom";
  expect(forgotten.missing, inWords).toEqual([]);
  expect(forgotten.gone, "Take these out of tests/support/tour.ts: the site map has them no more").toEqual(
    [],
  );
});

for (const part of parts) {
  test(`every page is for everybody: ${part.name}`, ({ browser }) => visitAll(browser, part, "en"));
  const stops = part.stops.filter(([, stop]) => !stop.english);
  if (!part.as && stops.length > 0) {
    test(`every page is for everybody, in Arabic: ${part.name}`, ({ browser }) =>
      visitAll(browser, { ...part, stops }, "ar"));
  }
}
