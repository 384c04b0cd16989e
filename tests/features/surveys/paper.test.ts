import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { auditEvents } from "~/db/tables/platform";
import { surveySheets } from "~/db/tables/surveys-paper";
import { surveyResponses } from "~/db/tables/surveys-responses";
import { answerPage } from "~/features/surveys/answer-page.server";
import { beginForSomebody } from "~/features/surveys/begin-for-somebody.server";
import { closeSurvey } from "~/features/surveys/close-survey.server";
import { completeBatch } from "~/features/surveys/complete-batch.server";
import { correctSheet } from "~/features/surveys/correct-sheet.server";
import { keepResponse } from "~/features/surveys/keep-response.server";
import { orderSheets } from "~/features/surveys/order-sheets.server";
import { findSurveyRow, getVersion } from "~/features/surveys/read.server";
import { findBatch, findNextSecond } from "~/features/surveys/read-paper.server";
import { retypeSheet } from "~/features/surveys/retype-sheet.server";
import { keptAnswers } from "~/features/surveys/route";
import { sendAnswers } from "~/features/surveys/send-answers.server";
import { settleSheet } from "~/features/surveys/settle-sheet.server";
import { checkLetter } from "~/features/surveys/sheet-codes";
import { takeOutSheet } from "~/features/surveys/take-out-sheet.server";
import { typeSheet } from "~/features/surveys/type-sheet.server";
import { typedOf } from "~/features/surveys/typing";
import { type Ctx, write } from "~/platform/context.server";
import { aBorough, aHouse, asStaff, at } from "../../support/factories";
import { aColleague, recount, someSheets } from "../../support/paper";
import { anyQuestionnaire, aSurvey, aWalk } from "../../support/surveys";

let ctx: Ctx;
let helen: Ctx;
let tomasz: Ctx;

beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
  helen = await aColleague(ctx, "Helen");
  tomasz = await aColleague(ctx, "Tomasz");
});

const sheet = (code: string, answers: Record<string, string>, more: Record<string, string> = {}) => ({
  sheet: code,
  receivedDay: "2026-06-01",
  ...Object.fromEntries(Object.entries(answers).map(([key, value]) => [`q-${key}`, value])),
  ...more,
});
const type = (who: Ctx, slug: string, typed: Record<string, string>) =>
  typeSheet(who, { slug, batch: null, typed });
const batchOf = async (slug: string, name = "B1") => {
  const survey = await findSurveyRow(ctx, { slug });
  const seen = survey && (await findBatch(ctx, survey.id, name));
  if (!seen) throw new Error("no batch");
  return { survey, seen };
};
/** Codes of sheets repeat between surveys, so a sheet is looked for in its own. */
const responseOf = async (slug: string, code: string) => {
  const survey = await findSurveyRow(ctx, { slug });
  if (!survey) throw new Error("no survey");
  const [row] = await ctx.db
    .select()
    .from(surveyResponses)
    .where(and(eq(surveyResponses.surveyId, survey.id), eq(surveyResponses.sheet, code)));
  return row;
};
const inStep = async (slug: string) => {
  const { tallies, counted, received, days, rows } = await recount(ctx, slug);
  expect(tallies).toEqual(counted);
  expect(received).toBe(days);
  return { received, rows };
};

describe("sheets of paper", () => {
  test("are ordered with a code each, drawn at random, by those who may", async () => {
    const { slug } = await aSurvey(helen);
    expect(await orderSheets(asStaff(ctx, "analyst"), { slug, typed: { sheets: "2" } })).toMatchObject({
      reason: "not_allowed",
    });
    expect(await orderSheets(helen, { slug, typed: { sheets: "401" } })).toMatchObject({
      fields: { sheets: [expect.any(String)] },
    });
    const codes = await someSheets(helen, slug, 40);
    expect(new Set(codes).size).toBe(40);
    for (const code of codes) {
      const [, number, letter] = code.split("-");
      expect(letter).toBe(checkLetter(1, Number(number)));
    }
    const numbers = codes.map((code) => Number(code.split("-")[1]));
    expect(Math.max(...numbers) - Math.min(...numbers)).toBeGreaterThan(100);
    const draft = await aSurvey(helen, { publish: false });
    expect(await orderSheets(helen, { slug: draft.slug, typed: { sheets: "2" } })).toMatchObject({
      reason: "draft",
    });
  });

  test("are typed once, on the version that was printed, and leave no trace with a moment", async () => {
    const { slug } = await aSurvey(helen);
    const [first = "", second = ""] = await someSheets(helen, slug, 2);
    const events = (await ctx.db.select().from(auditEvents)).length;
    expect(
      await type(helen, slug, sheet(first, { use: "1", often: "//", words: "More tables", trust: "4" })),
    ).toEqual({
      ok: true,
      code: first,
    });
    expect(await responseOf(slug, first)).toMatchObject({
      channel: "paper",
      batch: "B1",
      month: "2026-06",
      sentAt: null,
      participantId: null,
      answers: {
        use: { state: "answered", choices: ["yes"] },
        often: { state: "skipped", why: "two_ticked" },
        words: { state: "answered", text: "More tables" },
        trust: { state: "answered", number: 4 },
      },
    });
    expect(await type(tomasz, slug, sheet(first, { use: "2" }))).toMatchObject({
      reason: "invalid",
      twice: first,
    });
    expect(
      await type(helen, slug, sheet(first.replace(/.$/, first.endsWith("A") ? "B" : "A"), {})),
    ).toMatchObject({
      fields: { sheet: [expect.stringContaining("letter")] },
    });
    expect(await type(helen, slug, sheet(second, { use: "9", trust: "7" }))).toMatchObject({
      fields: { "q-use": [expect.any(String)], "q-trust": [expect.any(String)] },
    });
    expect(await type(helen, slug, sheet(second, { use: "2", often: "1" }))).toMatchObject({
      off: ["often"],
    });
    expect(
      await type(helen, slug, sheet(second, { use: "2", often: "1" }, { leaveOut: "often" })),
    ).toMatchObject({ ok: true });
    expect((await responseOf(slug, second))?.answers.often).toEqual({ state: "not_shown" });
    expect((await ctx.db.select().from(auditEvents)).length).toBe(events);
    const { tallies } = await recount(ctx, slug);
    expect([...tallies.keys()].filter((key) => key.includes("~why"))).not.toEqual([]);
    await inStep(slug);
  });

  test("that come late need a reason, and no day before they were printed or still to come", async () => {
    const { slug } = await aSurvey(helen, { typed: { closesDay: "2026-06-10" } });
    const [a = "", b = ""] = await someSheets(helen, slug, 2);
    const on = (wall: string): Ctx => ({ ...helen, now: at(wall) });
    const day = (receivedDay: string) => sheet(a, { use: "1" }, { receivedDay });
    expect(await type(helen, slug, day("2026-05-31"))).toMatchObject({
      fields: { receivedDay: [expect.any(String)] },
    });
    expect(await type(helen, slug, day("2026-06-02"))).toMatchObject({
      fields: { receivedDay: [expect.any(String)] },
    });
    const after = on("2026-07-02T10:00");
    expect(await type(after, slug, day("2026-06-12"))).toMatchObject({
      fields: { lateReason: [expect.any(String)] },
    });
    expect(await type(after, slug, { ...day("2026-06-12"), lateReason: "The post was slow" })).toMatchObject({
      ok: true,
    });
    expect(await responseOf(slug, a)).toMatchObject({ month: "2026-06" });
    expect((await batchOf(slug)).seen.batch.late).toEqual([{ reason: "The post was slow", sheets: 1 }]);
    expect(await type(after, slug, sheet(b, { use: "1" }, { receivedDay: "2026-06-10" }))).toMatchObject({
      ok: true,
    });
    const over = on("2026-07-10T10:00");
    expect(await takeOutSheet(over, { slug, code: a })).toMatchObject({ reason: "over" });
    await inStep(slug);
  });

  test("are put right and taken out with the tallies in step; the record names the batch alone", async () => {
    const { slug } = await aSurvey(helen);
    const [a = "", b = ""] = await someSheets(helen, slug, 2);
    for (const code of [a, b]) await type(helen, slug, sheet(code, { use: "1", trust: "2" }));
    const right = { "q-use": "2", "q-trust": "5" };
    expect(await correctSheet(asStaff(ctx, "analyst"), { slug, code: a, typed: right })).toMatchObject({
      reason: "not_allowed",
    });
    expect(await correctSheet(tomasz, { slug, code: a, typed: right })).toEqual({ ok: true });
    expect((await responseOf(slug, a))?.answers.trust).toEqual({ state: "answered", number: 5 });
    expect((await inStep(slug)).received).toBe(2);
    expect(await takeOutSheet(tomasz, { slug, code: a })).toEqual({ ok: true });
    expect(await responseOf(slug, a)).toBeUndefined();
    expect((await inStep(slug)).received).toBe(1);
    expect(await takeOutSheet(tomasz, { slug, code: a })).toMatchObject({ reason: "missing" });
    expect(await type(tomasz, slug, sheet(a, { use: "2" }))).toMatchObject({ ok: true });
    const told = JSON.stringify(await ctx.db.select().from(auditEvents));
    expect(told).toContain("surveys.corrected_sheet");
    expect(told).not.toContain(a);
  });
});

describe("a second typing", () => {
  test("of a drawn sample, by somebody else, finds what differs and says how much was alike", async () => {
    const { slug } = await aSurvey(helen);
    const codes = await someSheets(helen, slug, 8, { share: "10", least: "2" });
    for (const code of codes)
      await type(helen, slug, sheet(code, { use: "1", often: "1", words: "A ramp", trust: "3" }));
    const { survey, seen } = await batchOf(slug);
    if (!survey) throw new Error("no survey");
    expect(seen).toMatchObject({ standing: "typed", toSecond: 2 });
    expect(await findNextSecond(helen, survey, seen)).toBeNull();
    const first = (await findNextSecond(tomasz, survey, seen)) ?? "";
    expect(codes).toContain(first);
    const alike = { "q-use": "1", "q-often": "1", "q-words": "a ramp ", "q-trust": "3" };
    expect(await retypeSheet(helen, { slug, code: first, typed: alike })).toMatchObject({
      reason: "not_allowed",
    });
    expect(await retypeSheet(tomasz, { slug, code: first, typed: alike })).toEqual({ ok: true, differ: 0 });
    expect(await retypeSheet(tomasz, { slug, code: first, typed: alike })).toMatchObject({
      reason: "settled",
    });

    const second = (await findNextSecond(tomasz, survey, (await batchOf(slug)).seen)) ?? "";
    expect(second).not.toBe(first);
    const other = { ...alike, "q-often": "2", "q-trust": "5" };
    expect(await retypeSheet(tomasz, { slug, code: second, typed: other })).toEqual({ ok: true, differ: 2 });
    expect((await batchOf(slug)).seen).toMatchObject({ standing: "typed", compared: 8, alike: 6 });
    expect(await correctSheet(helen, { slug, code: second, typed: alike })).toMatchObject({
      reason: "differs",
    });
    expect(await settleSheet(helen, { slug, code: second, typed: { "q-often": "first" } })).toMatchObject({
      fields: { "q-trust": ["Choose what the sheet says"] },
    });
    const decided = { "q-often": "first", "q-trust": "second" };
    expect(await settleSheet(helen, { slug, code: second, typed: decided })).toEqual({ ok: true });
    expect((await responseOf(slug, second))?.answers).toMatchObject({
      often: { choices: ["each_week"] },
      trust: { number: 5 },
    });
    expect((await batchOf(slug)).seen).toMatchObject({ standing: "checked", toSecond: 0 });
    const [row] = await ctx.db
      .select()
      .from(surveySheets)
      .where(and(eq(surveySheets.surveyId, survey.id), eq(surveySheets.code, second)));
    expect(row).toMatchObject({ state: "checked", second: null });
    await inStep(slug);
  });

  test("lets words be published only where both saw the tick at the end", async () => {
    const { slug } = await aSurvey(helen, { typed: { asksToQuote: "yes" } });
    const codes = await someSheets(helen, slug, 3, { share: "100" });
    const ticked = [true, true, false];
    for (const [n, code] of codes.entries())
      await type(helen, slug, sheet(code, { words: "A ramp" }, ticked[n] ? { mayQuote: "yes" } : {}));
    const leaves = async () =>
      Promise.all(codes.map(async (code) => (await responseOf(slug, code))?.mayQuote));
    expect(await leaves()).toEqual([true, true, false]);
    const again = (code: string, more: object) =>
      retypeSheet(tomasz, { slug, code, typed: { "q-words": "A ramp", ...more } });
    expect(await again(codes[0] ?? "", { mayQuote: "yes" })).toEqual({ ok: true, differ: 0 });
    expect(await again(codes[1] ?? "", {})).toEqual({ ok: true, differ: 0 });
    expect(await again(codes[2] ?? "", { mayQuote: "yes" })).toEqual({ ok: true, differ: 0 });
    expect(await leaves()).toEqual([true, false, false]);
    const typed = { "q-words": "A ramp" };
    expect(await correctSheet(helen, { slug, code: codes[0] ?? "", typed })).toEqual({ ok: true });
    expect(await leaves()).toEqual([false, false, false]);
  });

  test("waits until somebody says that no more sheets come back", async () => {
    const { slug } = await aSurvey(helen);
    const [code = ""] = await someSheets(helen, slug, 3);
    await type(helen, slug, sheet(code, { use: "1" }));
    expect((await batchOf(slug)).seen.standing).toBe("coming_in");
    expect(await completeBatch(asStaff(ctx, "analyst"), { slug, batch: "B1", complete: true })).toMatchObject(
      {
        reason: "not_allowed",
      },
    );
    expect(await completeBatch(tomasz, { slug, batch: "B1", complete: true })).toEqual({ ok: true });
    expect((await batchOf(slug)).seen.standing).toBe("typed");
  });
});

test("staff answer with somebody on the pages that everybody sees; channel and helper come with the answers", async () => {
  const { slug, id } = await aSurvey(helen);
  expect(await beginForSomebody(asStaff(ctx, "analyst"), { slug, channel: "phone" })).toMatchObject({
    reason: "not_allowed",
  });
  const begun = await beginForSomebody(helen, { slug, channel: "phone" });
  if (!begun.ok) throw new Error(begun.reason);
  const { code } = begun;
  const move = { back: false, fromCheck: false };
  for (const [page, posted] of [
    ["use", { use: "no" }],
    ["words", { words: "Longer hours" }],
    ["trust", { trust: "4" }],
  ] as const) {
    expect(await answerPage(helen, { slug, page, posted: { ...posted }, move, code })).toMatchObject({
      ok: true,
    });
  }
  expect(await sendAnswers(helen, { slug, code, submissionId: "for somebody", locale: "en" })).toMatchObject({
    ok: true,
  });
  await closeSurvey({ ...ctx, now: at("2027-01-01T00:00") }, { id });
  const [row] = await ctx.db.select().from(surveyResponses).where(eq(surveyResponses.surveyId, id));
  expect(row).toMatchObject({ channel: "phone", sentAt: null, participantId: null });
  expect(helen.actor).toMatchObject({ id: row?.enteredBy });
  await inStep(slug);
});

test("tallies equal a recount after any keeping, putting right and taking out", async () => {
  let published = 0;
  await fc.assert(
    fc.asyncProperty(
      anyQuestionnaire,
      fc.infiniteStream(fc.nat(1000)),
      fc.array(fc.constantFrom("paper", "online", "correct", "out"), { minLength: 4, maxLength: 14 }),
      async (questionnaire, stream, moves) => {
        const chance = stream[Symbol.iterator]();
        const made = await aSurvey(helen, {
          questions: questionnaire.questions.map((one) => ({ ...one, section: null })),
          publish: true,
        }).catch(() => null);
        // Some random questionnaires have dead ends, and those can't be published.
        if (!made) return;
        published += 1;
        const { slug, id } = made;
        const version = await getVersion(ctx, id, 1);
        const codes = await someSheets(helen, slug, 12);
        const typed: string[] = [];
        const posted = () => {
          const { answers } = aWalk.through(version.questionnaire, chance);
          const kept = keptAnswers(version.questionnaire, answers);
          return Object.assign(
            {},
            ...version.questionnaire.questions.map((one) => typedOf(one, kept[one.key])),
          );
        };
        for (const move of moves) {
          if (move === "online") {
            const { answers } = aWalk.through(version.questionnaire, chance);
            await write(helen, { locks: [`survey:${id}`] }, async (ctx) => {
              const survey = await findSurveyRow(ctx, { id });
              if (!survey) return { ok: false };
              const kept = keptAnswers(version.questionnaire, answers);
              await keepResponse(ctx, survey, { version: 1, channel: "online", answers: kept });
              return { ok: true };
            });
          } else if (move === "paper") {
            const code = codes.pop();
            if (!code) continue;
            const done = await type(helen, slug, { ...posted(), sheet: code, receivedDay: "2026-06-01" });
            expect(done).toMatchObject({ ok: true });
            typed.push(code);
          } else if (typed.length > 0) {
            const code = typed[(chance.next().value ?? 0) % typed.length] ?? "";
            const done =
              move === "correct"
                ? await correctSheet(tomasz, { slug, code, typed: posted() })
                : await takeOutSheet(tomasz, { slug, code });
            expect(done).toEqual({ ok: true });
            if (move === "out") typed.splice(typed.indexOf(code), 1);
          }
        }
        const { rows, received } = await inStep(slug);
        expect(
          rows
            .filter(({ channel }) => channel === "paper")
            .map((row) => row.sheet)
            .sort(),
        ).toEqual([...typed].sort());
        expect(received).toBe(typed.length + moves.filter((move) => move === "online").length);
      },
    ),
    { numRuns: 20 },
  );
  expect(published).toBeGreaterThan(3);
});
