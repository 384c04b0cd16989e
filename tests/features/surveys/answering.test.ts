import { randomUUID } from "node:crypto";
import { eq, is } from "drizzle-orm";
import { PgTable, getTableConfig as pgConfig } from "drizzle-orm/pg-core";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { isPostgres } from "~/db/columns";
import * as schema from "~/db/schema";
import { participants } from "~/db/tables/people";
import { auditEvents } from "~/db/tables/platform";
import type { Answer, KeptAnswer, Questionnaire } from "~/db/tables/surveys-documents";
import {
  surveyDays,
  surveyDrafts,
  surveyPools,
  surveyResponses,
  surveySubmissions,
  surveyTallies,
} from "~/db/tables/surveys-responses";
import { answerPage } from "~/features/surveys/answer-page.server";
import { postedOf } from "~/features/surveys/answers";
import { closeSurvey, closeSurveyDays } from "~/features/surveys/close-survey.server";
import { editQuestions } from "~/features/surveys/edit-questions.server";
import { publishSurvey } from "~/features/surveys/publish-survey.server";
import { newQuestion } from "~/features/surveys/questionnaire";
import { findSurveyRow } from "~/features/surveys/read.server";
import { findDraft } from "~/features/surveys/read-draft.server";
import { pagesOnRoute } from "~/features/surveys/route";
import { sayWho } from "~/features/surveys/say-who.server";
import { sendAnswers } from "~/features/surveys/send-answers.server";
import { talliesOf } from "~/features/surveys/tallies";
import { asSystem, type Ctx } from "~/platform/context.server";
import { aBorough, aHouse, asAnyone, at } from "../../support/factories";
import { anyQuestionnaire, aSurvey, aWalk, directlyShown } from "../../support/surveys";

let ctx: Ctx;
let someone: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
  someone = asAnyone(ctx);
});

const on = (ctx: Ctx, wall: string): Ctx => ({ ...ctx, now: at(wall) });
const stored = (surveyId: string, from: Ctx = ctx) =>
  from.db.select().from(surveyResponses).where(eq(surveyResponses.surveyId, surveyId));
const send = (ctx: Ctx, slug: string, code: string | null, submissionId: string = randomUUID()) =>
  sendAnswers(ctx, { slug, code, submissionId, locale: "en" });
const step = (
  ctx: Ctx,
  slug: string,
  code: string | null,
  page: string,
  posted: Record<string, string | string[]>,
  move: { back?: boolean; fromCheck?: boolean } = {},
) => answerPage(ctx, { slug, code, page, posted, move: { back: false, fromCheck: false, ...move } });

/** Answers the questions of the hall from the beginning to the end and sends them. */
async function answerHall(ctx: Ctx, slug: string, words: string, use: "yes" | "no" = "no") {
  const first = await step(ctx, slug, null, "use", { use });
  if (!first.ok) throw new Error(JSON.stringify(first));
  const { code } = first;
  if (use === "yes") await step(ctx, slug, code, "often", { often: "less" });
  await step(ctx, slug, code, "words", { words });
  await step(ctx, slug, code, "trust", { trust: "4" });
  return { code, sent: await send(ctx, slug, code) };
}

describe("answering", () => {
  test("goes page by page, back and on, and keeps the answers on the route", async () => {
    const { id, slug } = await aSurvey(ctx);
    const begun = await step(someone, slug, null, "use", {});
    expect(begun).toMatchObject({
      reason: "wrong",
      wrong: [{ field: "use", problem: "choose" }],
      code: null,
    });
    const first = await step(someone, slug, null, "use", { use: "yes" });
    expect(first).toMatchObject({ ok: true, next: "often" });
    const code = first.ok ? first.code : "";
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect(await step(someone, slug, code, "often", { often: "each_week" })).toMatchObject({ next: "words" });
    expect(await step(someone, slug, code, "words", { words: "A ramp" }, { back: true })).toMatchObject({
      next: "often",
    });
    expect(await step(someone, slug, code, "use", { use: "no" })).toMatchObject({ next: "words" });
    expect(await step(someone, slug, code, "words", { words: "A ramp" })).toMatchObject({ next: "trust" });
    expect(await send(someone, slug, code)).toEqual({ ok: false, reason: "open", page: "trust" });
    expect(await step(someone, slug, code, "trust", {})).toMatchObject({ next: "check" });
    // Back from the check with another answer: only what is new has to be answered.
    expect(await step(someone, slug, code, "use", { use: "yes" }, { fromCheck: true })).toMatchObject({
      next: "check",
    });
    expect(await step(someone, slug, code, "use", { use: "no" }, { fromCheck: true })).toMatchObject({
      next: "check",
    });
    expect(await send(someone, slug, code)).toEqual({ ok: true, already: false });
    await closeSurvey(on(ctx, "2026-10-01T00:00"), { id });
    const [only, ...others] = await stored(id);
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      version: 1,
      channel: "online",
      month: "2026-06",
      participantId: null,
      sentAt: null,
      enteredBy: null,
    });
    expect(only?.answers).toEqual({
      use: { state: "answered", choices: ["no"] },
      often: { state: "not_shown" },
      words: { state: "answered", text: "A ramp" },
      trust: { state: "skipped" },
    });
  });

  test("sent twice is one response, and two browsers are two", async () => {
    const { id, slug } = await aSurvey(ctx);
    const draft = await step(someone, slug, null, "use", { use: "no" });
    const code = draft.ok ? draft.code : "";
    await step(someone, slug, code, "words", {});
    await step(someone, slug, code, "trust", {});
    const both = await Promise.all([send(someone, slug, code, "same"), send(someone, slug, code, "same")]);
    expect(both.map((one) => one.ok)).toEqual([true, true]);
    expect(await send(someone, slug, code, "another")).toMatchObject({ reason: "begin" });
    await Promise.all([answerHall(someone, slug, "One"), answerHall(someone, slug, "Two")]);
    expect((await findSurveyRow(ctx, { id }))?.received).toBe(3);
    await closeSurvey(on(ctx, "2026-10-01T00:00"), { id });
    expect(await stored(id)).toHaveLength(3);
    expect(await ctx.db.select().from(surveyDrafts).where(eq(surveyDrafts.surveyId, id))).toEqual([]);
  });

  test("finishes on the version that it began, whatever is published meanwhile", async () => {
    const { id, slug } = await aSurvey(ctx);
    const draft = await step(someone, slug, null, "use", { use: "no" });
    const code = draft.ok ? draft.code : "";
    await editQuestions(ctx, {
      slug,
      edit: (draft) => ({ ...draft, questions: draft.questions.filter(({ key }) => key !== "words") }),
    });
    expect(await publishSurvey(ctx, { slug, typed: { reason: "Shorter" } })).toEqual({
      ok: true,
      version: 2,
    });
    expect(await step(someone, slug, code, "words", { words: "Still asked" })).toMatchObject({
      next: "trust",
    });
    await step(someone, slug, code, "trust", {});
    await send(someone, slug, code);
    const fresh = await step(someone, slug, null, "use", { use: "no" });
    expect(fresh).toMatchObject({ next: "trust" });
    const later = fresh.ok ? fresh.code : "";
    await step(someone, slug, later, "trust", { trust: "2" });
    await send(someone, slug, later);
    await closeSurvey(on(ctx, "2026-10-01T00:00"), { id });
    const rows = (await stored(id)).sort((a, b) => a.version - b.version);
    expect(rows.map(({ version, answers }) => [version, Object.keys(answers).sort()])).toEqual([
      [1, ["often", "trust", "use", "words"]],
      [2, ["often", "trust", "use"]],
    ]);
  });

  test("waits under its code, in another browser too, until its last day", async () => {
    const { id, slug } = await aSurvey(ctx);
    const other = await aSurvey(ctx);
    const draft = await step(someone, slug, null, "use", { use: "yes" });
    const code = draft.ok ? draft.code : "";
    expect((await findDraft(someone, id, code))?.answers).toEqual({
      use: { state: "answered", choices: ["yes"] },
    });
    expect(await findDraft(someone, other.id, code)).toBeNull();
    expect(await findDraft(someone, id, "AAAA-BBBB-CCCC")).toBeNull();
    expect(await findDraft(on(someone, "2026-07-01T10:00"), id, code)).not.toBeNull();
    expect(await findDraft(on(someone, "2026-07-02T10:00"), id, code)).toBeNull();
    await closeSurveyDays(on(ctx, "2026-07-02T10:00"));
    expect(await ctx.db.select().from(surveyDrafts).where(eq(surveyDrafts.surveyId, id))).toEqual([]);
    // An old code begins anew instead of failing.
    expect(await step(someone, slug, code, "use", { use: "no" })).toMatchObject({ ok: true });
  });

  test("begins only while it is open; who is in the middle has half an hour more", async () => {
    const { slug } = await aSurvey(ctx, { typed: { opensDay: "2026-06-10" } });
    expect(await step(someone, slug, null, "use", { use: "no" })).toMatchObject({ reason: "not_yet" });
    const open = on(someone, "2026-09-30T16:59");
    const draft = await step(open, slug, null, "use", { use: "no" });
    const code = draft.ok ? draft.code : "";
    const closing = on(someone, "2026-09-30T17:00");
    expect(await step(closing, slug, null, "use", { use: "no" })).toMatchObject({ reason: "finishing" });
    expect(await step(closing, slug, code, "words", {})).toMatchObject({ ok: true });
    await step(closing, slug, code, "trust", {});
    expect(await send(on(someone, "2026-09-30T17:30"), slug, code)).toMatchObject({ reason: "closed" });
    expect(await step(on(someone, "2026-09-30T17:30"), slug, code, "trust", {})).toMatchObject({
      reason: "closed",
    });
    expect(await send(on(someone, "2026-09-30T17:29"), slug, code)).toMatchObject({ ok: true });
  });

  test("stops at the number that was set, however many come at once", async () => {
    const { id, slug } = await aSurvey(ctx, { typed: { most: "5" } });
    const drafts = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const draft = await step(someone, slug, null, "use", { use: "no" });
        const code = draft.ok ? draft.code : "";
        await step(someone, slug, code, "words", {});
        await step(someone, slug, code, "trust", {});
        return code;
      }),
    );
    const sent = await Promise.all(drafts.map((code) => send(someone, slug, code)));
    expect(sent.filter((one) => one.ok)).toHaveLength(5);
    expect(sent.filter((one) => !one.ok && one.reason === "full")).toHaveLength(15);
    expect((await findSurveyRow(ctx, { id }))?.received).toBe(5);
    expect(await step(someone, slug, null, "use", { use: "no" })).toMatchObject({ reason: "full" });
  });

  test("of a linked survey stands beside a name, which is asked first", async () => {
    const { id, slug } = await aSurvey(ctx, { typed: { anonymity: "linked" } });
    expect(await step(someone, slug, null, "use", { use: "no" })).toMatchObject({ reason: "who" });
    const wrong = await sayWho(someone, { slug, typed: { name: "", email: "no" }, code: null });
    expect(wrong).toMatchObject({ fields: { name: [expect.any(String)], email: [expect.any(String)] } });
    const who = await sayWho(someone, {
      slug,
      typed: { name: "Amara Osei", email: "amara@example.org" },
      code: null,
    });
    const code = who.ok ? who.code : "";
    await step(someone, slug, code, "use", { use: "no" });
    await step(someone, slug, code, "words", {});
    await step(someone, slug, code, "trust", {});
    expect(await send(someone, slug, code)).toMatchObject({ ok: true });
    const [row] = await stored(id);
    expect(row?.sentAt).toEqual(ctx.now);
    const [person] = await ctx.db
      .select()
      .from(participants)
      .where(eq(participants.id, row?.participantId ?? ""));
    expect(person).toMatchObject({ name: "Amara Osei", email: "amara@example.org" });
    const { slug: anonymous } = await aSurvey(ctx);
    expect(await sayWho(someone, { slug: anonymous, typed: { name: "A" }, code: null })).toMatchObject({
      reason: "missing",
    });
  });
});

describe("what is stored", () => {
  test("of any questionnaire answered at random is exactly what is on the route, and the tallies agree", async () => {
    const questionnaires = fc.sample(anyQuestionnaire, { numRuns: 6, seed: 7 });
    for (const [n, drawn] of questionnaires.entries()) {
      const tag = newQuestion("tag", "short_text", "Tag");
      const plain = {
        ...drawn,
        questions: [
          ...drawn.questions.map((one) => ({ ...one, breakdown: one.kind === "scale" })).slice(0, 8),
          tag,
        ],
      };
      const { id, slug } = await aSurvey(ctx, { questions: [tag], publish: false });
      const edited = await editQuestions(ctx, { slug, edit: () => plain });
      // Some random rules can never be true together: those are refused, which is tested elsewhere.
      const published = await publishSurvey(ctx, { slug });
      if (!edited.ok || !published.ok) continue;
      const expected = new Map<string, Record<string, KeptAnswer>>();
      for (let person = 0; person < 8; person += 1) {
        const chance = fc.sample(fc.nat(), { numRuns: 2000, seed: n * 100 + person })[Symbol.iterator]();
        expected.set(`p${person}`, await walkThrough(plain, slug, `p${person}`, chance));
      }
      await closeSurvey(on(ctx, "2026-10-01T00:00"), { id });
      const rows = await stored(id);
      expect(rows).toHaveLength(8);
      for (const { answers } of rows) {
        const kept = answers.tag;
        expect(answers).toEqual(expected.get(kept?.state === "answered" ? (kept.text ?? "") : ""));
      }
      const counted = new Map<string, number>();
      for (const { answers } of rows) {
        for (const tally of talliesOf(plain, answers)) {
          const name = JSON.stringify(tally);
          counted.set(name, (counted.get(name) ?? 0) + 1);
        }
      }
      const tallies = await ctx.db.select().from(surveyTallies).where(eq(surveyTallies.surveyId, id));
      expect(
        Object.fromEntries(
          tallies.map(({ byQuestion, byAnswer, question, part, answer, count }) => [
            JSON.stringify({ byQuestion, byAnswer, question, part, answer }),
            count,
          ]),
        ),
      ).toEqual(Object.fromEntries(counted));
    }
  });

  /** Answers through the verbs, with back and changes; gives what has to be stored. */
  async function walkThrough(
    questionnaire: Questionnaire,
    slug: string,
    tag: string,
    chance: IterableIterator<number>,
  ): Promise<Record<string, KeptAnswer>> {
    const last = new Map<string, Answer>();
    let code: string | null = null;
    let here: string | null = pagesOnRoute(questionnaire, {})[0]?.key ?? "check";
    let changes = 3;
    let fromCheck = false;
    for (let moves = 0; (here !== "check" || changes > 0) && moves < 90; moves += 1) {
      if (here === "check") {
        // From the check somebody changes an answer anywhere on their way, which may open another way.
        const pages = pagesOnRoute(questionnaire, Object.fromEntries(last));
        here = pages[(chance.next().value ?? 0) % pages.length]?.key ?? "check";
        changes -= 1;
        fromCheck = true;
      }
      const shown = questionnaire.questions.filter((one) => directlyShown(questionnaire, one, last));
      const page = here;
      const start = questionnaire.questions.findIndex((one) => one.key === page);
      const posted: Record<string, string | string[]> = {};
      for (const [at, question] of questionnaire.questions.entries()) {
        if (at < start || (at > start && !isOnPage(questionnaire, start, at))) continue;
        if (!shown.includes(question) || question.kind === "information") continue;
        const answer: Answer =
          question.key === "tag" ? { state: "answered", text: tag } : aWalk.anAnswer(question, chance).answer;
        last.set(question.key, answer);
        Object.assign(posted, postedOf(question, answer));
      }
      const back = (chance.next().value ?? 0) % 5 === 0;
      const kept = await step(someone, slug, code, page, posted, { back, fromCheck });
      if (!kept.ok) throw new Error(JSON.stringify(kept));
      code = kept.code;
      here = kept.next ?? pagesOnRoute(questionnaire, Object.fromEntries(last))[0]?.key ?? "check";
    }
    const sent = await send(someone, slug, code);
    if (!sent.ok) throw new Error(JSON.stringify(sent));
    const answered = questionnaire.questions.filter((one) => one.kind !== "information");
    return Object.fromEntries(
      answered.map((one): [string, KeptAnswer] => [
        one.key,
        directlyShown(questionnaire, one, last)
          ? (last.get(one.key) ?? { state: "skipped" })
          : { state: "not_shown" },
      ]),
    );
  }

  /** True when a question stands on the page that begins at `start`. */
  function isOnPage({ questions }: Questionnaire, start: number, at: number): boolean {
    return questions
      .slice(start + 1, at + 1)
      .every((one) => one.withPrevious && one.section === questions[start]?.section);
  }
});

describe("an anonymous survey", () => {
  const people = Array.from({ length: 50 }, (_, n) => ({
    words: `canary-${n}-${(n * 7919) % 9973}`,
    at: new Date(at("2026-06-03T09:00").getTime() + n * 137_000 + n * n * 11),
  }));

  test("can't be joined to people, moments or the order in which they came, from all that is kept", async () => {
    const house = await aHouse();
    await aBorough(house);
    const { id, slug } = await aSurvey(house, { typed: { opensDay: "2026-06-01" } });
    const codes: string[] = [];
    for (const [n, person] of people.entries()) {
      const { code, sent } = await answerHall(
        { ...asAnyone(house), now: person.at },
        slug,
        person.words,
        n % 3 ? "no" : "yes",
      );
      expect(sent).toMatchObject({ ok: true });
      codes.push(code);
      if (n === 46) expectNothingToRead(await dump(house), people.slice(40, 47));
    }
    await closeSurveyDays({ ...house, now: at("2026-06-04T00:10") });
    const all = await dump(house);

    // Every response is there once, and nowhere else: its words stand beside no moment finer than the month.
    for (const { words } of people) {
      const holding = all.filter(({ text }) => text.includes(words));
      expect(holding.map(({ table }) => table)).toEqual(["survey_responses"]);
      expect(holding[0]?.row).toMatchObject({
        month: "2026-06",
        sentAt: null,
        participantId: null,
        enteredBy: null,
      });
    }
    // No moment at which anybody answered is kept anywhere but for the whole of it: the record has the day's total.
    const moments = new Set(people.map(({ at }) => at.getTime()));
    const times = all.flatMap(({ table, row }) =>
      Object.values(row)
        .filter((value) => value instanceof Date)
        .map((value) => ({ table, time: (value as Date).getTime() })),
    );
    expect(times.length).toBeGreaterThan(5);
    expect(times.filter(({ time }) => moments.has(time))).toEqual([]);
    // No code, cookie or form id leads anywhere.
    for (const code of codes) expect(all.some(({ text }) => text.includes(code))).toBe(false);
    expect(all.filter(({ table }) => table === "survey_drafts")).toEqual([]);
    const submissions = await house.db.select().from(surveySubmissions);
    for (const { key } of submissions) {
      expect(all.filter(({ text }) => text.includes(key)).map(({ table }) => table)).toEqual([
        "survey_submissions",
      ]);
    }

    // The order in which rows lie, and the order of their ids, say nothing of the order in which people came.
    const rows = await stored(id, house);
    const came = new Map(people.map(({ words }, n) => [words, n]));
    const order = (list: typeof rows) =>
      list.map(
        ({ answers }) =>
          came.get(answers.words?.state === "answered" ? (answers.words.text ?? "") : "") ?? -1,
      );
    const byId = [...rows].sort((a, b) => a.id - b.id);
    expect(new Set(order(rows)).size).toBe(50);
    expect(Math.abs(likeness(order(byId)))).toBeLessThan(0.5);
    // On PostgreSQL rows lie by batches of ten: nobody is better placed than one in ten.
    if (!isPostgres) expect(Math.abs(likeness(order(rows)))).toBeLessThan(0.5);
    const hits = order(rows).filter((person, n) => person === n).length;
    expect(hits).toBeLessThan(20);

    // The record knows the day's total and what staff did, and nothing in between.
    const acts = await house.db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
    expect(acts.filter(({ act }) => act === "surveys.answered").map(({ detail }) => detail)).toEqual([
      { day: "2026-06-03", channel: "online", count: 50 },
    ]);
    expect(
      acts
        .map(({ act }) => act)
        .filter((act) => act !== "surveys.answered")
        .sort(),
    ).toEqual(["surveys.created", "surveys.published", "surveys.questions_edited"]);
  });

  test("stores ten or more together, shuffled, and the rest when it is over", async () => {
    const { id, slug } = await aSurvey(ctx);
    for (let n = 0; n < 9; n += 1) await answerHall(someone, slug, `person ${n}`);
    expect(await stored(id)).toEqual([]);
    expect(await ctx.db.select().from(surveyTallies).where(eq(surveyTallies.surveyId, id))).toEqual([]);
    await answerHall(someone, slug, "person 9");
    expect(await stored(id)).toHaveLength(10);
    expect(await ctx.db.select().from(surveyPools).where(eq(surveyPools.surveyId, id))).toEqual([]);
    await answerHall(someone, slug, "person 10");
    await closeSurvey(on(ctx, "2026-09-30T17:29"), { id });
    expect(await stored(id)).toHaveLength(10);
    await closeSurvey(on(ctx, "2026-09-30T17:30"), { id });
    await closeSurvey(on(ctx, "2026-09-30T17:31"), { id });
    expect(await stored(id)).toHaveLength(11);
    const days = await ctx.db.select().from(surveyDays).where(eq(surveyDays.surveyId, id));
    expect(days).toMatchObject([{ day: "2026-06-01", channel: "online", count: 11 }]);
  });

  test("forgets which forms were sent after a day", async () => {
    const { slug } = await aSurvey(ctx);
    await answerHall(someone, slug, "gone");
    const before = (await ctx.db.select().from(surveySubmissions)).length;
    await closeSurveyDays(on(ctx, "2026-06-02T23:00"));
    expect(await ctx.db.select().from(surveySubmissions)).toHaveLength(before);
    await closeSurveyDays(on(ctx, "2026-06-03T00:30"));
    const left = await ctx.db.select().from(surveySubmissions);
    expect(left.map(({ day }) => day)).not.toContain("2026-06-01");
  });

  test("no one but the house closes a survey", async () => {
    const { id } = await aSurvey(ctx);
    expect(await closeSurvey(on(someone, "2026-10-01T00:00"), { id })).toEqual({ ok: false });
    expect(await closeSurveyDays(someone)).toEqual({ ok: false });
    expect(await closeSurveyDays(asSystem(ctx, "tests"))).toEqual({ ok: true });
  });

  type Dumped = { table: string; row: Record<string, unknown>; text: string };

  /** Every row of every table, in the order in which the database gives them without being asked. */
  async function dump(house: Ctx): Promise<Dumped[]> {
    const tables = Object.values(schema).filter((one) => is(one, isPostgres ? PgTable : SQLiteTable));
    const all: Dumped[] = [];
    for (const table of tables) {
      const name = isPostgres ? pgConfig(table as never).name : getTableConfig(table as never).name;
      const rows = (await house.db.select().from(table as never)) as Record<string, unknown>[];
      for (const row of rows) all.push({ table: name, row, text: JSON.stringify(row) });
    }
    return all;
  }

  function expectNothingToRead(all: Dumped[], waiting: { words: string }[]) {
    for (const { words } of waiting) expect(all.some(({ text }) => text.includes(words))).toBe(false);
    expect(all.filter(({ table }) => table === "survey_pools")).toHaveLength(1);
  }

  /** How far two orders are alike (Spearman): 1 the same, 0 nothing to do with each other. */
  function likeness(order: number[]): number {
    const n = order.length;
    const squares = order.reduce((sum, person, at) => sum + (person - at) ** 2, 0);
    return 1 - (6 * squares) / (n * (n * n - 1));
  }
});
