import { getTableColumns } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import {
  equalityAnswers,
  equalityDrafts,
  equalityPools,
  equalitySubmissions,
  equalityTallies,
} from "~/db/tables/equality";
import { auditEvents } from "~/db/tables/platform";
import { answerQuestion } from "~/features/equality/answer-question.server";
import { closeEqualityMonths } from "~/features/equality/close-equality-months.server";
import { keepEquality } from "~/features/equality/keep-equality.server";
import { listExtras } from "~/features/equality/read.server";
import { findDraft } from "~/features/equality/read-draft.server";
import type { Collection } from "~/features/equality/rules";
import { sendBlock } from "~/features/equality/send-block.server";
import { setQuestions } from "~/features/equality/set-questions.server";
import { typeBlock } from "~/features/equality/type-block.server";
import { asSystem, type Ctx } from "~/platform/context.server";
import { aBorough, aHouse, asAnyone, asStaff, at, CANALSIDE } from "../../support/factories";

const SURVEY: Collection = { kind: "survey", id: "018f0000-0000-7000-8000-0000000000aa" };
const EVENT: Collection = { kind: "event", id: SURVEY.id };
const IN_JUNE = at("2026-06-03T14:05");

let ctx: Ctx;
beforeEach(async () => {
  ctx = { ...asAnyone(await aHouse()), now: IN_JUNE };
  await aBorough(ctx);
});

const house = (now = IN_JUNE): Ctx => ({ ...asSystem(ctx, "tests"), now });
const go = (code: string | null, step: string, posted: Record<string, string>, more = {}) =>
  answerQuestion(ctx, {
    collection: SURVEY,
    step,
    posted,
    move: { back: false, fromCheck: false, ...more },
    code,
  });
const rows = () => ctx.db.select().from(equalityAnswers);

/** Somebody goes through the questions and stops before sending; gives their code. */
async function answering(year: string): Promise<string> {
  const first = await go(null, "place", { place: "canalside" });
  if (!first.ok) throw new Error(first.reason);
  for (const [step, posted] of [
    ["age", { age: year }],
    ["condition", { condition: "yes" }],
    ["effect", { effect: "a_little" }],
    ["ethnicity", { ethnicity: "black" }],
    ["background", { background: "black_caribbean" }],
    ["sex", { sex: "female" }],
    ["carer", { carer: "prefer_not" }],
  ] as const) {
    expect((await go(first.code, step, posted)).ok).toBe(true);
  }
  return first.code;
}

async function sending(year = "1958", submissionId = `${Math.random()}`) {
  const code = await answering(year);
  return sendBlock(ctx, { collection: SURVEY, code, submissionId });
}

describe("answers about oneself", () => {
  test("are asked one by one, back and forth, and end at the check", async () => {
    const first = await go(null, "place", { place: "" });
    if (!first.ok) throw new Error(first.reason);
    expect(first.next).toBe("age");
    expect(await go(first.code, "age", { age: "x" })).toMatchObject({ reason: "wrong", problem: "year" });
    expect(await go(first.code, "age", { age: "x" }, { back: true })).toMatchObject({ next: "place" });
    expect(await go(first.code, "place", {}, { back: true })).toMatchObject({ next: null });
    expect(await go(first.code, "condition", { condition: "yes" }, { fromCheck: true })).toMatchObject({
      next: "effect",
    });
    expect(await go(first.code, "effect", { effect: "a_lot" }, { fromCheck: true })).toMatchObject({
      next: "check",
    });
    expect(await go(first.code, "carer", {})).toMatchObject({ next: "check" });
    expect(await go(first.code, "religion", { religion: "sikh" })).toMatchObject({ reason: "missing" });
  });

  test("wait sealed under a code that only the browser has, for one collection and one day", async () => {
    const code = await answering("1958");
    const [draft] = await ctx.db.select().from(equalityDrafts);
    expect(JSON.stringify(draft)).not.toMatch(/1958|canalside|black|survey|aa"/);
    expect(await findDraft(ctx, SURVEY, code)).toMatchObject({ born: "1958" });
    expect(await findDraft(ctx, EVENT, code)).toBeNull();
    expect(await findDraft({ ...ctx, now: at("2026-06-05T00:01") }, SURVEY, code)).toBeNull();
    await closeEqualityMonths(house(at("2026-06-05T00:01")));
    expect(await ctx.db.select().from(equalityDrafts)).toEqual([]);
  });

  test("sent, are gone from the way there, and the same form twice is one", async () => {
    const code = await answering("1958");
    const send = () => sendBlock(ctx, { collection: SURVEY, code, submissionId: "one" });
    expect(await send()).toEqual({ ok: true, already: false });
    expect(await ctx.db.select().from(equalityDrafts)).toEqual([]);
    expect(await send()).toEqual({ ok: true, already: true });
    expect(await sendBlock(ctx, { collection: SURVEY, code, submissionId: "two" })).toMatchObject({
      reason: "begin",
    });
    const [mark] = await ctx.db.select().from(equalitySubmissions);
    expect(JSON.stringify(mark)).not.toContain("one");
    await closeEqualityMonths(house(at("2026-06-05T00:01")));
    expect(await ctx.db.select().from(equalitySubmissions)).toEqual([]);
  });

  test("are stored ten at once, in no order, and hold a collection, a place, a month and codes alone", async () => {
    for (let n = 0; n < 9; n += 1) expect((await sending(String(1940 + n))).ok).toBe(true);
    expect(await rows()).toEqual([]);
    const [pool] = await ctx.db.select().from(equalityPools);
    expect(JSON.stringify(pool)).not.toMatch(/canalside|black|a_little/);
    await sending("2000");
    expect(await ctx.db.select().from(equalityPools)).toEqual([]);

    const stored = await rows();
    expect(stored).toHaveLength(10);
    expect(Object.keys(getTableColumns(equalityAnswers)).sort()).toEqual([
      "answers",
      "collectionId",
      "collectionKind",
      "id",
      "lists",
      "month",
      "neighbourhoodId",
    ]);
    for (const { id, ...row } of stored) {
      expect(id).toBeGreaterThan(0);
      expect(row).toEqual({
        collectionKind: "survey",
        collectionId: SURVEY.id,
        neighbourhoodId: CANALSIDE,
        month: "2026-06",
        lists: expect.objectContaining({ background: "ethnicity_ew_2021_19", age: "age_bands_7" }),
        answers: {
          age: expect.stringMatching(/^(75_over|16_24|25_34)$/),
          condition: "yes",
          effect: "a_little",
          ethnicity: "black",
          background: "black_caribbean",
          sex: "female",
          carer: "prefer_not",
        },
      });
    }
    const ids = stored.map(({ id }) => id);
    expect(new Set(ids).size).toBe(10);
    // The one that came last stands out by its age, and lies anywhere: a chance of one in ten each time.
    expect(Math.max(...ids) - Math.min(...ids)).toBeGreaterThan(1_000_000);
  });

  test("leave nothing in the record of who did what", async () => {
    const before = await ctx.db.$count(auditEvents);
    for (let n = 0; n < 11; n += 1) await sending();
    await closeEqualityMonths(house(at("2026-07-01T00:10")));
    expect(await ctx.db.$count(auditEvents)).toBe(before);
    expect(await rows()).toHaveLength(11);
  });

  test("of a month that is over are stored however few, and its own month stays with them", async () => {
    await sending();
    ctx = { ...ctx, now: at("2026-07-02T09:00") };
    await sending();
    await closeEqualityMonths(house(ctx.now));
    expect((await rows()).map(({ month }) => month)).toEqual(["2026-06"]);
    expect(await ctx.db.select().from(equalityPools)).toHaveLength(1);
    expect(await closeEqualityMonths(ctx)).toEqual({ ok: false });
  });

  test("are counted as they are stored, disability as it follows from both questions", async () => {
    for (let n = 0; n < 10; n += 1) await sending();
    const tallies = await ctx.db.select().from(equalityTallies);
    const said = tallies.map(({ place, question, answer, count }) => [
      place === CANALSIDE,
      question,
      answer,
      count,
    ]);
    expect(said).toEqual(
      expect.arrayContaining([
        [true, "~sent", "", 10],
        [true, "disability", "yes", 10],
        [true, "background", "black_caribbean", 10],
        [true, "carer", "prefer_not", 10],
      ]),
    );
    expect(tallies.map(({ question }) => question)).not.toContain("condition");
  });
});

describe("staff", () => {
  const block = { place: "highdown", answers: { ethnicity: "white", background: "none", sex: "male" } };
  const keep = (actor: Ctx, blocks: unknown) => keepEquality(actor, EVENT, blocks);

  test("type what stands on sheets, one block a person", async () => {
    const blocks = Array.from({ length: 10 }, () => block);
    expect(await keep(asStaff(ctx, "team_member"), blocks)).toEqual({ ok: true });
    expect(await rows()).toHaveLength(10);
    expect(await keep(ctx, [block])).toMatchObject({ reason: "not_allowed" });
    expect(await keep(asStaff(ctx, "scrutiny_officer"), [block])).toMatchObject({ reason: "not_allowed" });
  });

  test("can't keep what is on no list", async () => {
    const helen = asStaff(ctx);
    for (const wrong of [
      [],
      [{ ...block, place: "nowhere" }],
      [{ ...block, answers: { ethnicity: "purple" } }],
      [{ ...block, answers: { ethnicity: "white", background: "black_african" } }],
      [{ ...block, answers: { name: "Amara Osei" } }],
      [{ ...block, answers: { sex: "x".repeat(10_000) } }],
      [{ ...block, sentAt: "2026-06-03" }],
    ]) {
      expect(await keep(helen, wrong)).toMatchObject({ ok: false, reason: "invalid" });
    }
    expect(await ctx.db.select().from(equalityPools)).toEqual([]);
  });

  test("decide what is asked beside the usual, and the record says so", async () => {
    expect(await setQuestions(asStaff(ctx, "team_member"), { typed: { extras: "religion" } })).toMatchObject({
      reason: "not_allowed",
    });
    expect(await setQuestions(asStaff(ctx), { typed: { extras: ["religion", "nonsense"] } })).toEqual({
      ok: true,
    });
    expect(await listExtras(ctx)).toEqual(["religion"]);
    const first = await go(null, "place", {});
    if (!first.ok) throw new Error(first.reason);
    expect(await go(first.code, "religion", { religion: "sikh" })).toMatchObject({ next: "carer" });
    expect(await setQuestions(asStaff(ctx), { typed: {} })).toEqual({ ok: true });
    expect(await listExtras(ctx)).toEqual([]);
    const acts = (await ctx.db.select().from(auditEvents)).map(({ act }) => act);
    expect(acts.filter((act) => act === "equality.questions_set")).toHaveLength(2);
  });
});

describe("a sheet that staff type", () => {
  const posted = {
    place: "canalside",
    age: "1958",
    condition: "yes",
    effect: "a_lot",
    ethnicity: "black",
    background: "asian_indian",
    sex: "female",
    carer: "",
  };
  const type = (who: Ctx, more: Record<string, string> = {}) =>
    typeBlock(who, { collection: SURVEY, posted: { ...posted, ...more } });

  test("is kept as if somebody had sent it: stored with nine others, without a day, a name or who typed it", async () => {
    const staff = asStaff(ctx, "team_member", CANALSIDE);
    for (let n = 0; n < 9; n += 1)
      expect(await type(staff, { background: "black_african" })).toEqual({ ok: true });
    expect(await rows()).toEqual([]);
    expect(await type(staff, { background: "black_african" })).toEqual({ ok: true });
    const kept = await rows();
    expect(kept).toHaveLength(10);
    expect(kept[0]?.answers).toEqual({
      age: "65_74",
      condition: "yes",
      effect: "a_lot",
      ethnicity: "black",
      background: "black_african",
      sex: "female",
      carer: "none",
    });
    const acts = await ctx.db.select().from(auditEvents);
    expect(acts.filter(({ act }) => act.startsWith("equality."))).toEqual([]);
  });

  test("is refused with what is wrong, and to people who type nothing for others", async () => {
    const staff = asStaff(ctx, "engagement_lead");
    expect(await type(staff, { age: "soon" })).toMatchObject({
      ok: false,
      fields: { age: ["Enter a year of birth in figures, such as 1958, or leave it empty"] },
    });
    expect(await type(staff)).toMatchObject({
      ok: false,
      fields: { background: ["Choose one of the answers"] },
    });
    expect(await type(asStaff(ctx, "evaluator"))).toMatchObject({ ok: false, reason: "not_allowed" });
    expect(await type(ctx)).toMatchObject({ ok: false, reason: "not_allowed" });
  });
});
