import { test as base, type Page } from "@playwright/test";
import { type Desk, openDesk } from "./desk";
import { examineAll, watch } from "./examine";

type Fixtures = {
  /** Another visitor with a browser of their own. */
  another: () => Promise<Page>;
  /** The staff side without a browser, for making what a journey needs before it begins. */
  desk: Desk;
  /** The same for an administrator. */
  administrator: Desk;
};

/** A journey: each of its pages is watched, and looked at after every step. */
export const test = base.extend<Fixtures>({
  page: async ({ page, javaScriptEnabled }, use) => {
    watch(page, javaScriptEnabled ?? true);
    await use(page);
  },
  another: async ({ browser, javaScriptEnabled }, use) => {
    const opened: Page[] = [];
    await use(async () => {
      const page = await browser.newPage();
      opened.push(page);
      watch(page, javaScriptEnabled ?? true);
      return page;
    });
    for (const page of opened) await page.context().close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it what a fixture needs
  desk: async ({}, use) => {
    const desk = await openDesk("helen-pike");
    await use(desk);
    await desk.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  administrator: async ({}, use) => {
    const desk = await openDesk("ines-fairweather");
    await use(desk);
    await desk.close();
  },
});

export { expect } from "@playwright/test";

const step = (word: string) => (what: string, act: () => Promise<void>) =>
  test.step(`${word} ${what}`, async () => {
    await act();
    await examineAll();
  });

/** What is so before. */
export const given = step("given");
/** What a person does. */
export const when = step("when");
/** What they notice. */
export const andThen = step("then");
