import { at, HELEN, type Stop } from "./stop";

const ROOM = "/manage/options";
/** Scored in March 2025, decided and published. */
const PUBLISHED = `${ROOM}/neighbourhood-areas`;
/** Open for scoring today. */
const OPEN = `${ROOM}/canalside-hub-evenings`;
/** In the log, and its day is over. */
const OVERDUE = "/manage/decisions/money-for-the-minibus";

/** Begins an appraisal and returns the address of a page of its draft. */
const draft =
  (page: string): NonNullable<Stop["way"]> =>
  async ({ page: browser }) => {
    await browser.goto(`${ROOM}/new`);
    await browser.getByLabel("What is the question?").fill("Which door should be the front door?");
    await browser.getByLabel("What is it about").fill("The hall has three doors and one bell.");
    await browser.getByLabel("Short list: a few, in detail").check();
    await browser.getByLabel("On which day do people score?").fill("2027-01-12");
    await browser.getByLabel("Where?").fill("The hall");
    await browser.getByLabel("Who decides?").fill("Hall committee");
    await browser.getByLabel("By when?", { exact: true }).fill("2027-02-12");
    await browser.getByRole("button", { name: "Save the draft" }).click();
    await browser.waitForURL(/done=created/);
    return new URL(browser.url()).pathname + page;
  };

/** Takes an appraisal of the tour's own as far as its closed scoring, and returns the address of its decision. */
const closed: NonNullable<Stop["way"]> = async (scene) => {
  const address = await draft("")(scene);
  const headers = { origin: process.env.SITE_URL ?? "" };
  const send = async (page: string, form: Record<string, string>) => {
    const answer = await scene.page.request.post(address + page, { form, headers, maxRedirects: 0 });
    if (answer.status() !== 303) throw new Error(`${address}${page} answered ${answer.status()}.`);
  };
  const cost = { cost: "not_yet", costExpectedDay: "2027-01-30" };
  for (const title of ["The red door", "The blue door"])
    await send("/options/new", { title, summary: `${title} is the front door.`, ...cost });
  await send("/criteria", {
    "label-1": "Wheels get in",
    "description-1": "There is no step.",
    "weight-1": "60",
    "label-2": "Cheap",
    "description-2": "It costs little.",
    "weight-2": "40",
    agreedBy: "Nine people",
    agreedDay: "2026-01-12",
    agreedHow: "With dots on a wall.",
  });
  for (const act of ["/open", "/close"]) await send(act, {});
  return `${address}/decision`;
};

/** Options appraisals and the decision log. */
export const APPRAISALS: Record<string, Stop> = {
  "/options": {},
  "/options/score": { refuses: true },
  "/options/score/:code": { ...at("/options/score/HB7K3X"), refuses: true },
  "/options/:slug": at("/options/neighbourhood-areas"),
  "/decisions": {},
  "/decisions/:slug": at("/decisions/who-leads-neighbourhood-teams"),

  "/manage/options": { as: HELEN },
  "/manage/options/new": { as: HELEN, refuses: true },
  "/manage/options/:slug": { as: HELEN, ...at(PUBLISHED) },
  "/manage/options/:slug/edit": { as: HELEN, ...at(`${OPEN}/edit`) },
  "/manage/options/:slug/options": { as: HELEN, ...at(`${OPEN}/options`) },
  "/manage/options/:slug/options/:option": { as: HELEN, way: draft("/options/new"), refuses: true },
  "/manage/options/:slug/options/:option/remove": {
    as: HELEN,
    way: async (scene) => {
      const address = await draft("/options/new")(scene);
      const { page } = scene;
      await page.goto(address);
      await page.getByLabel("Short name").fill("The red door");
      await page.getByLabel("What would it be").fill("The red door is the front door.");
      await page.getByRole("radio", { name: "Not yet known" }).check();
      await page.getByLabel("By when is it expected?").fill("2027-01-30");
      await page.getByRole("button", { name: "Save the option" }).click();
      await page.waitForURL(/done=option/);
      return (await page.getByRole("link", { name: "Take out" }).getAttribute("href")) ?? "";
    },
  },
  "/manage/options/:slug/criteria": { as: HELEN, way: draft("/criteria"), refuses: true },
  "/manage/options/:slug/weights": { as: HELEN, ...at(`${OPEN}/weights`), refuses: true },
  "/manage/options/:slug/room": { as: HELEN, ...at(`${OPEN}/room`) },
  "/manage/options/:slug/wall": { as: HELEN, ...at(`${OPEN}/wall`), sheet: true },
  "/manage/options/:slug/sheets": { as: HELEN, ...at(`${OPEN}/sheets`), sheet: true },
  "/manage/options/:slug/type": { as: HELEN, ...at(`${OPEN}/type`), refuses: true },
  "/manage/options/:slug/type/:sheet": {
    as: HELEN,
    way: async ({ page }) => {
      await page.goto(`${OPEN}/type`);
      await page.getByLabel("Residents").check();
      await page.getByLabel("First choice").fill("A");
      await page.getByRole("button", { name: "Save the sheet" }).click();
      await page.waitForURL(/saved=/);
      return (await page.getByRole("link", { name: "Correct it" }).getAttribute("href")) ?? "";
    },
  },
  "/manage/options/:slug/preview": { as: HELEN, ...at(`${PUBLISHED}/preview`) },
  "/manage/options/:slug/decision": { as: HELEN, way: closed, refuses: true },
  "/manage/options/:slug/correct": { as: HELEN, ...at(`${PUBLISHED}/correct`), refuses: true },
  "/manage/options/:slug/:act": { as: HELEN, ...at(`${OPEN}/close`) },

  "/manage/decisions": { as: HELEN },
  "/manage/decisions/new": { as: HELEN, refuses: true },
  "/manage/decisions/:slug": { as: HELEN, ...at(OVERDUE) },
  "/manage/decisions/:slug/edit": { as: HELEN, ...at(`${OVERDUE}/edit`), refuses: true },
  "/manage/decisions/:slug/links": { as: HELEN, ...at(`${OVERDUE}/links`), refuses: true },
  "/manage/decisions/:slug/:act": { as: HELEN, ...at(`${OVERDUE}/outcome`), refuses: true },
};
