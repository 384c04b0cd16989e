import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { isPostgres } from "~/db/columns";
import { surveyResponses } from "~/db/tables/surveys-responses";
import { answerPage } from "~/features/surveys/answer-page.server";
import { closeSurvey } from "~/features/surveys/close-survey.server";
import { BATCH } from "~/features/surveys/rules";
import { sendAnswers } from "~/features/surveys/send-answers.server";
import type { Ctx } from "~/platform/context.server";
import { aBorough, aHouse, asAnyone, at } from "../../support/factories";
import { likeness, momentsIn, momentsWhile, NOT_CHANCE, surprise } from "../../support/joiner";
import { aSurvey } from "../../support/surveys";

const SURVEYS = 5;
const PEOPLE = 30;

async function answer(ctx: Ctx, slug: string, n: number): Promise<void> {
  const move = { back: false, fromCheck: false };
  const step = (code: string | null, page: string, posted: Record<string, string>) =>
    answerPage(ctx, { slug, page, posted, move, code });
  const first = await step(null, "use", { use: "no" });
  const code = first.ok ? first.code : null;
  await step(code, "words", { words: `came ${n}` });
  await step(code, "trust", {});
  const sent = await sendAnswers(ctx, { slug, code, submissionId: randomUUID(), locale: "en" });
  if (!sent.ok) throw new Error(sent.reason);
}

test("over many surveys, no order in which responses lie is more than chance", async () => {
  const house = await aHouse();
  await aBorough(house);
  const someone = asAnyone(house);
  const [lying, byId, byPlace]: number[][][] = [[], [], []];
  for (let n = 0; n < SURVEYS; n += 1) {
    const { id, slug } = await aSurvey(house);
    for (let person = 0; person < PEOPLE; person += 1) await answer(someone, slug, person);
    await closeSurvey({ ...house, now: at("2026-10-01T00:00") }, { id });
    const where = eq(surveyResponses.surveyId, id);
    const rows = await house.db.select().from(surveyResponses).where(where);
    const came = ({ answers: { words } }: (typeof rows)[number]) =>
      words?.state === "answered" ? Number(words.text?.split(" ")[1]) : -1;
    expect(rows).toHaveLength(PEOPLE);
    lying?.push(rows.map(came));
    byId?.push([...rows].sort((a, b) => a.id - b.id).map(came));
    const place = isPostgres ? sql`ctid` : sql`rowid`;
    byPlace?.push((await house.db.select().from(surveyResponses).where(where).orderBy(place)).map(came));
  }
  expect(surprise(byId ?? [])).toBeLessThan(NOT_CHANCE);
  // PostgreSQL keeps rows in the order of their batches: there nothing is told within the ten.
  const group = isPostgres ? BATCH : undefined;
  expect(surprise(lying ?? [], group)).toBeLessThan(NOT_CHANCE);
  expect(surprise(byPlace ?? [], group)).toBeLessThan(NOT_CHANCE);
}, 120_000);

test("the program that tries to join sees what would be there to see", () => {
  const inOrder = Array.from({ length: 30 }, (_, n) => n);
  expect(surprise([inOrder])).toBeGreaterThan(NOT_CHANCE);
  expect(surprise([[...inOrder].reverse()])).toBeGreaterThan(NOT_CHANCE);
  expect(surprise([inOrder], 10)).toBeGreaterThan(NOT_CHANCE);
  expect(likeness([3, 1, 2])).toBeCloseTo(-0.5);
  const moment = Date.parse("2026-06-03T09:41:07.123Z");
  const id = `${moment
    .toString(16)
    .padStart(12, "0")
    .replace(/^(.{8})/, "$1-")}-7abc-8def-0123456789ab`;
  for (const kept of [
    moment,
    new Date(moment),
    "2026-06-03T09:41:07.123Z",
    id,
    { at: moment },
    `x ${id} y`,
  ]) {
    expect(momentsIn(kept)).toContain(moment);
  }
  expect(momentsIn(Math.floor(moment / 1000))).toContain(Math.floor(moment / 1000) * 1000);
  expect(momentsIn({ month: "2026-06", day: "2026-06-03", count: 50 })).toEqual([]);
  expect(momentsWhile([{ table: "t", values: { a: id, b: 3 } }], moment, moment)).toEqual([
    { table: "t", column: "a", moment },
  ]);
});
