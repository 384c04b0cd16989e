import type { Page } from "@playwright/test";
import { unique } from "./desk";
import { press } from "./pages";
import { hrefInMail } from "./sign-in";
import { at, HELEN, INES, type Stop } from "./stop";

const MANAGED = "/manage/surveys/getting-to-appointments";
const BATCH = `${MANAGED}/sheets/B1`;
const LINKED = "/surveys/canalside-hub-evenings";

/** The address that a link of the batch leads to. */
async function inBatch(page: Page, link: string, then = ""): Promise<string> {
  await page.goto(BATCH);
  const href = await page.getByRole("link", { name: link }).first().getAttribute("href");
  return `${href}${then}`;
}

/** Somebody answers under their name and leaves an address; what they are called. */
async function answered(page: Page): Promise<string> {
  const name = `Amara Osei ${unique()}`;
  await page.goto(`${LINKED}/about-you`);
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("E-mail address (optional)").fill("amara.osei@example.org");
  await press(page, "Continue");
  await press(page, "Continue");
  await page.getByRole("radio", { name: "No" }).check();
  await press(page, "Continue");
  await press(page, "Continue");
  await press(page, "Send my answers");
  return name;
}

/** Surveys on paper, on the phone, as files, and taken back. */
export const PAPER: Record<string, Stop> = {
  "/surveys/:slug/paper": { ...at("/surveys/getting-to-appointments/paper"), sheet: true },
  "/surveys/:slug/withdraw/:link": {
    way: async ({ page }) => hrefInMail(page, await answered(page), "/withdraw/"),
  },

  "/manage/surveys/:slug/sheets": { as: HELEN, ...at(`${MANAGED}/sheets`), refuses: true },
  "/manage/surveys/:slug/sheets/:batch": { as: HELEN, ...at(BATCH) },
  "/manage/surveys/:slug/sheets/:batch/print": { as: HELEN, ...at(`${BATCH}/print`), sheet: true },
  "/manage/surveys/:slug/sheets/:batch/again": { as: INES, ...at(`${BATCH}/again`) },
  "/manage/surveys/:slug/sheets/:batch/:sheet": {
    as: HELEN,
    way: ({ page }) => inBatch(page, "Look or correct"),
  },
  "/manage/surveys/:slug/sheets/:batch/:sheet/settle": {
    as: HELEN,
    way: ({ page }) => inBatch(page, "Decide"),
    refuses: true,
  },
  "/manage/surveys/:slug/sheets/:batch/:sheet/take-out": {
    as: HELEN,
    way: ({ page }) => inBatch(page, "Look or correct", "/take-out"),
  },
  "/manage/surveys/:slug/type/:batch?": { as: HELEN, ...at(`${MANAGED}/type/B1`), refuses: true },
  "/manage/surveys/:slug/answer-for": { as: HELEN, ...at(`${MANAGED}/answer-for`), refuses: true },
  "/manage/surveys/:slug/linked": { as: HELEN, ...at(`/manage${LINKED}/linked`) },
  "/manage/surveys/:slug/linked/:id": {
    as: HELEN,
    way: async ({ page }) => {
      const name = await answered(page);
      await page.goto(`/manage${LINKED}/linked?name=${encodeURIComponent(name)}`);
      return (await page.getByRole("link", { name }).first().getAttribute("href")) ?? "";
    },
    refuses: true,
  },
  "/manage/surveys/:slug/export": { as: HELEN, ...at(`${MANAGED}/export`), refuses: true },
};
