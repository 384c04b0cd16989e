import { press } from "./pages";
import type { Scene } from "./scene";
import { hrefInMail } from "./sign-in";
import { HELEN, type Stop } from "./stop";

const WAITING = "/manage/responses";

/** The first thing that waits for an answer. */
const waiting = (tail: string) => async (scene: Scene) =>
  (await scene.linkOn(WAITING, /^\/manage\/responses\/\w+\/[\w-]+$/)) + tail;

/** A draft of an answer: the one that there is, or one that is written for the tour. */
async function draft(scene: Scene, tail: string): Promise<string> {
  const { page } = scene;
  const there = await scene.linkOn(WAITING, /^\/manage\/answers\/[\w-]+$/);
  if (there) return there + tail;
  await page.goto(await waiting("/new")(scene));
  await page.getByRole("radio", { name: "We need to know more" }).check();
  await page.getByLabel("The answer", { exact: true }).fill("Which of the two doors do you mean?");
  await page.getByLabel("Which role answers for it?").fill("Engagement Lead");
  await page.getByLabel("In which organisation?").selectOption({ label: "Larkmere Council" });
  await press(page, "Save the draft");
  return new URL(page.url()).pathname + tail;
}

/** A published answer as staff see it. */
async function published({ page }: Scene, tail: string): Promise<string> {
  await page.goto("/you-said-we-did");
  const href = await page
    .getByRole("main")
    .locator("a[href*='/you-said-we-did/']")
    .evaluateAll((all) =>
      all.map((a) => a.getAttribute("href") ?? "").find((one) => /\/[0-9a-f-]{36}$/.test(one)),
    );
  return `/manage/answers/${href?.split("/").at(-1)}${tail}`;
}

/** Official answers: what everyone reads, what waits, and how an answer is written, published and taken back. */
export const RESPONSES: Record<string, Stop> = {
  "/you-said-we-did": {},
  "/you-said-we-did/easy-read": {},
  "/you-said-we-did/:id": {
    way: (scene) => scene.linkOn("/you-said-we-did", /\/you-said-we-did\/[\w-]{36}$/),
  },
  "/unfollow/:link": { way: ({ page }) => hrefInMail(page, "Deepa", "/unfollow/") },
  "/manage/responses": { as: HELEN },
  "/manage/responses/:kind/:thing": { as: HELEN, way: waiting("") },
  "/manage/responses/:kind/:thing/new": { as: HELEN, way: waiting("/new"), refuses: true },
  "/manage/answers/:id": { as: HELEN, way: (scene) => draft(scene, "") },
  "/manage/answers/:id/edit": { as: HELEN, way: (scene) => draft(scene, "/edit") },
  "/manage/answers/:id/publish": { as: HELEN, way: (scene) => draft(scene, "/publish") },
  "/manage/answers/:id/discard": { as: HELEN, way: (scene) => draft(scene, "/discard") },
  "/manage/answers/:id/correct": { as: HELEN, way: (scene) => published(scene, "/correct"), refuses: true },
  "/manage/answers/:id/withdraw": { as: HELEN, way: (scene) => published(scene, "/withdraw"), refuses: true },
};
