import type { Page } from "@playwright/test";
import { followInMain, press, signInAs } from "./pages";
import { at, HELEN, type Stop } from "./stop";

const BOARD = "/ideas/places-where-we-meet";
const IDEA = `${BOARD}/the-boxing-gym`;
const ROOM = "/manage/moderation";

/** Somebody who has commented, on their own page. */
async function commented(page: Page): Promise<string> {
  await page.goto(IDEA);
  await page.getByLabel("Your comment").fill("I would go there on Thursdays.");
  await page.waitForTimeout(1100);
  await press(page, "Send the comment");
  return new URL(page.url()).pathname;
}

/** The first case that waits, as a moderator opens it. */
async function waiting(page: Page): Promise<string> {
  await signInAs(page, "Bryn Castle");
  await page.goto(ROOM);
  await followInMain(page, /bakery|./);
  return new URL(page.url()).pathname;
}

/** What people write under ideas, how it is looked after, and what people agree on. */
export const MODERATION: Record<string, Stop> = {
  "/ideas/:board/agreement": at(`${BOARD}/agreement`),
  "/ideas/:board/agreement/mark": at(`${BOARD}/agreement/mark`),
  "/ideas/:board/:idea/comment": at(`${IDEA}/comment`),
  "/ideas/:board/:idea/comments": at(`${IDEA}/comments`),
  "/ideas/:board/:idea/report": { ...at(`${IDEA}/report`), refuses: true },
  "/your-words/:token": { way: ({ page }) => commented(page) },
  "/manage/ideas/:board/statements": {
    as: HELEN,
    ...at("/manage/ideas/places-where-we-meet/statements"),
  },
  "/manage/moderation": { as: HELEN },
  "/manage/moderation/quarantine": { as: HELEN },
  "/manage/moderation/rota": { as: HELEN, refuses: true },
  "/manage/moderation/:case": { way: ({ page }) => waiting(page), english: true },
};
