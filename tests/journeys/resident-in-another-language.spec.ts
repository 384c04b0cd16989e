import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { unique } from "../support/desk";
import { andThen, expect, test, when } from "../support/journey";
import { follow, followInMain, loading, press, referenceOn } from "../support/pages";
import { expectRefused } from "../support/refused";
import { strayEnglish } from "../support/stray-english";

const languages = [
  { code: "pt", own: "Português", dir: "ltr" },
  { code: "ar", own: "العربية", dir: "rtl" },
] as const;

const wordsIn = (code: string) => JSON.parse(readFileSync(`content/locales/${code}.json`, "utf8"));

/** On narrow screens the list of languages is cut short, and a page has them all. */
async function chooseLanguage(page: Page, own: string): Promise<void> {
  const link = page.getByRole("navigation", { name: "Languages" }).getByRole("link", { name: own });
  if (await link.isVisible()) return void (await loading(page, () => link.click()));
  await follow(page, "Languages");
  await followInMain(page, own);
}

for (const { code, own, dir } of languages) {
  const words = wordsIn(code);

  test(`a resident saves a place in ${own}`, async ({ page, desk }) => {
    const event = await desk.makeEvent({ host: "canal-bridges" });
    const speaks = async () => {
      await expect(page.locator("html")).toHaveAttribute("lang", code);
      await expect(page.locator("html")).toHaveAttribute("dir", dir);
      await expect(page.locator(".govuk-phase-banner")).toContainText(words.site.draft);
      expect(await strayEnglish(page)).toEqual([]);
    };

    await when("she chooses her language", async () => {
      await page.goto("/");
      await chooseLanguage(page, own);
    });
    await andThen("the page speaks it, and says that a computer translated it", async () => {
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.home.title);
      await speaks();
    });
    await when("she goes to the events", async () => void (await follow(page, words.home.findEvent)));
    await andThen("they are in her language too", async () => {
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.events.title);
      await expect(page).toHaveURL(new RegExp(`/${code}/events$`));
      await speaks();
    });
    await when("she opens one", async () => void (await page.goto(`/${code}${event.path}`)));
    await andThen("what staff wrote is in English and says so", async () => {
      const title = page.getByRole("heading", { level: 1 });
      await expect(title).toHaveText(event.title);
      await expect(title).toHaveAttribute("lang", "en");
      await expect(title).toHaveAttribute("dir", "ltr");
      await speaks();
    });
    await when("she sends the form empty", async () => {
      await follow(page, words.event.save);
      const answer = await press(page, words.register.send);
      await expectRefused(page, answer, [words.problems.name, words.problems.contact], words.ui.error);
    });
    await andThen("the problems are in her language", speaks);
    await when("she fills it in", async () => {
      await page.getByLabel(words.register.name).fill("Zulmira");
      await page.getByRole("radio", { name: words.register.byLetter }).check();
      await page.getByLabel(words.register.address).fill("Zulmira Couto\n3 Lock Lane\nLarkmere LK2 3AA");
      await press(page, words.register.send);
    });
    await andThen("her place is saved", async () => {
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.registration.confirmed.title);
      await expect(page.locator(".govuk-panel strong")).toHaveAttribute("dir", "ltr");
      await speaks();
    });
    const reference = await referenceOn(page);
    await when("someone who helps her reads it in English", async () => {
      const english = page.getByRole("navigation", { name: words.site.languages }).getByRole("link", {
        name: "English",
      });
      await loading(page, () => english.click());
    });
    await andThen("it is the same booking", async () => {
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your place is saved");
      expect(await referenceOn(page)).toBe(reference);
    });
    await when("she gives the place up", async () => {
      await page.goBack();
      await follow(page, words.registration.cancel);
      await press(page, words.leave.yes);
    });
    await andThen("the page says so in her language", async () => {
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.registration.cancelled.title);
      await speaks();
    });
  });

  test(`a wrong address answers in ${own}`, async ({ page }) => {
    await when("she opens one", async () => {
      const answer = await page.goto(`/${code}/events/nothing-${unique()}`);
      expect(answer?.status()).toBe(404);
    });
    await andThen("she is told so, and whom to ring", async () => {
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.errors.missing.title);
      await expect(page).toHaveTitle(`${words.errors.missing.title} – ${words.site.name}`);
      await expect(page.getByRole("main").getByRole("link", { name: "020 7946 0123" })).toBeVisible();
      expect(await strayEnglish(page)).toEqual([]);
    });
  });
}

test("changing the language keeps the page and what was chosen on it", async ({ page }) => {
  await when("she has narrowed the list", async () => {
    await page.goto("/es/events?neighbourhood=canalside&when=month");
  });
  await andThen("the links to other languages lead to the same list", async () => {
    const english = page.locator('a[hreflang="en"]').first();
    await expect(english).toHaveAttribute("href", "/events?neighbourhood=canalside&when=month");
    await expect(english).toHaveText("English");
    await expect(english).toHaveAttribute("lang", "en");
  });
  await when("she follows the one to English", async () => {
    await loading(page, () => page.locator('a[hreflang="en"]').first().click());
  });
  await andThen("she is on it", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Events");
    await expect(page.getByRole("link", { name: "Remove this filter" })).toHaveText([/Canalside/, /month/]);
  });
});
