import { follow } from "./pages";
import type { Scene } from "./scene";
import { at, HELEN, type Stop } from "./stop";

const SURVEY = "/manage/surveys/experience-2025";
const BOX = `${SURVEY}/words/one_thing`;

/** Where an answer whose words may be published is proposed as a quote. */
async function quotable({ page }: Scene): Promise<string> {
  await page.goto(`${BOX}?view=read`);
  const link = page.getByRole("link", { name: "Propose it as a quote" }).first();
  while ((await link.count()) === 0) await follow(page, "More answers");
  return (await link.getAttribute("href")) ?? "";
}

/** Themes: what people said, as everyone reads it, and as staff read and quote it. */
export const THEMES: Record<string, Stop> = {
  "/themes": {},
  "/themes/:slug": at("/themes/continuity"),
  "/manage/themes/:slug": { as: HELEN, ...at("/manage/themes/transport") },
  "/manage/surveys/:slug/words": { as: HELEN, ...at(`${SURVEY}/words`) },
  "/manage/surveys/:slug/words/:box": {
    as: HELEN,
    ...at("/manage/surveys/getting-to-appointments/words/one_thing"),
  },
  "/manage/surveys/:slug/words/:box/second": {
    as: HELEN,
    ...at("/manage/surveys/getting-to-appointments/words/one_thing/second"),
  },
  "/manage/surveys/:slug/words/:box/agreement": { as: HELEN, ...at(`${BOX}/agreement`), refuses: true },
  "/manage/surveys/:slug/quotes": { as: HELEN, ...at(`${SURVEY}/quotes`) },
  "/manage/surveys/:slug/quotes/new/:text": { as: HELEN, way: quotable, refuses: true },
  "/manage/surveys/:slug/quotes/:id": {
    as: HELEN,
    way: (scene) => scene.linkOn(`${SURVEY}/quotes`, /\/quotes\/[\w-]+$/),
    refuses: true,
    presses: "Publish it",
  },
  "/manage/surveys/:slug/quotes/:id/withdraw": {
    as: HELEN,
    way: (scene) => scene.linkOn(`${SURVEY}/quotes`, /\/withdraw$/),
  },
};
