import { press } from "./pages";
import { at, HELEN, type Stop } from "./stop";

const ABOUT = "/equality/survey/getting-to-appointments";
const ROOM = "/manage/equality";

/** Questions about oneself as people meet them, who was heard, and what staff do with both. */
export const EQUALITY: Record<string, Stop> = {
  "/equality/:kind/:slug": at(ABOUT),
  "/equality/:kind/:slug/:step": {
    way: async ({ page }) => {
      await page.goto(`${ABOUT}/place`);
      await press(page, "Continue");
      return `${ABOUT}/ethnicity`;
    },
  },
  "/equality/:kind/:slug/check": {
    way: async ({ page }) => {
      await page.goto(`${ABOUT}/place`);
      await press(page, "Continue");
      return `${ABOUT}/check`;
    },
  },
  "/equality/:kind/:slug/sent": at(`${ABOUT}/sent`),
  "/equality/:kind/:slug/paper": { ...at(`${ABOUT}/paper`), sheet: true },
  "/who-we-heard-from": {},
  "/who-we-heard-from/:year": at("/who-we-heard-from/2025-26"),

  "/manage/equality": { as: HELEN },
  "/manage/equality/:year": { as: HELEN, ...at(`${ROOM}/2025-26`) },
  "/manage/equality/type/:kind/:slug": {
    as: HELEN,
    ...at(`${ROOM}/type/survey/getting-to-appointments`),
  },
  "/manage/equality/questions": { as: HELEN, ...at(`${ROOM}/questions`) },
  "/manage/equality/population": { as: HELEN, ...at(`${ROOM}/population`), refuses: true },
};
