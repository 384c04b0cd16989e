import type { Page } from "@playwright/test";
import { press } from "./pages";
import { at, HELEN, type Stop } from "./stop";

const OPEN = "/surveys/getting-to-appointments";
const LINKED = "/surveys/canalside-hub-evenings";
const ROOM = "/manage/surveys";
const MANAGED = `${ROOM}/getting-to-appointments`;
const DRAFT = `${ROOM}/year-in-canalside`;

/** Somebody who has begun to answer, wherever they go on. */
async function begun(page: Page, then: string): Promise<string> {
  await page.goto(`${LINKED}/about-you`);
  await page.getByLabel("Your name").fill("Amara Osei");
  await press(page, "Continue");
  return `${LINKED}${then}`;
}

/** Surveys: as people answer them, and as staff write them. */
export const SURVEYS: Record<string, Stop> = {
  "/surveys": {},
  "/surveys/:slug": at(OPEN),
  "/surveys/:slug/about-you": { ...at(`${LINKED}/about-you`), refuses: true },
  "/surveys/:slug/check": {
    way: async ({ page }) => {
      await begun(page, "/check");
      await press(page, "Continue");
      await page.getByRole("radio", { name: "No" }).check();
      await press(page, "Continue");
      await press(page, "Continue");
      return `${LINKED}/check`;
    },
  },
  "/surveys/:slug/sent": at(`${OPEN}/sent`),
  "/surveys/:slug/save": { way: ({ page }) => begun(page, "/save") },
  "/surveys/:slug/return/:code?": { ...at(`${OPEN}/return`), refuses: true },
  "/surveys/:slug/results": at("/surveys/experience-2026/results"),
  "/surveys/:slug/:step": { ...at(`${OPEN}/last_time`), refuses: true, presses: "Continue" },

  "/manage/surveys": { as: HELEN },
  "/manage/surveys/new": { as: HELEN, refuses: true },
  "/manage/surveys/:slug": { as: HELEN, ...at(MANAGED) },
  "/manage/surveys/:slug/edit": { as: HELEN, ...at(`${MANAGED}/edit`) },
  "/manage/surveys/:slug/questions/new": {
    as: HELEN,
    ...at(`${MANAGED}/questions/new?kind=scale`),
    refuses: true,
  },
  "/manage/surveys/:slug/questions/:key": { as: HELEN, ...at(`${MANAGED}/questions/how`) },
  "/manage/surveys/:slug/questions/:key/remove": { as: HELEN, ...at(`${MANAGED}/questions/how/remove`) },
  "/manage/surveys/:slug/preview": { as: HELEN, ...at(`${MANAGED}/preview`) },
  "/manage/surveys/:slug/publish": { as: HELEN, ...at(`${MANAGED}/publish`), refuses: true },
  "/manage/surveys/:slug/results": { as: HELEN, ...at("/manage/surveys/experience-2026/results?by=where") },
  "/manage/surveys/:slug/results/publish": {
    as: HELEN,
    ...at("/manage/surveys/experience-2026/results/publish"),
  },
  "/manage/surveys/:slug/closing": { as: HELEN, ...at(`${MANAGED}/closing`), refuses: true },
  "/manage/surveys/:slug/discard": { as: HELEN, ...at(`${DRAFT}/discard`) },
};
