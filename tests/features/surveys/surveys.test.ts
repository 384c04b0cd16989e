import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { findByWords } from "~/db/search.server";
import { auditEvents } from "~/db/tables/platform";
import { surveyVersions } from "~/db/tables/surveys";
import type { Question } from "~/db/tables/surveys-documents";
import { createAccount } from "~/features/people/create-account.server";
import { createSurvey } from "~/features/surveys/create-survey.server";
import { decideClosing } from "~/features/surveys/decide-closing.server";
import { discardSurvey } from "~/features/surveys/discard-survey.server";
import { editQuestions } from "~/features/surveys/edit-questions.server";
import { editSurvey } from "~/features/surveys/edit-survey.server";
import { faultsOf } from "~/features/surveys/faults";
import { moveClosing } from "~/features/surveys/move-closing.server";
import { publishSurvey } from "~/features/surveys/publish-survey.server";
import {
  findAskedClosing,
  findSurvey,
  findSurveyRow,
  listClosedSurveys,
  listClosings,
  listOpenSurveys,
  listVersions,
  nextTurn,
} from "~/features/surveys/read.server";
import { rebuildSurveySearch } from "~/features/surveys/rebuild-search.server";
import { standingOf } from "~/features/surveys/rules";
import { TEMPLATES } from "~/features/surveys/templates";
import type { Ctx } from "~/platform/context.server";
import { aBorough, aHouse, asAnyone, asStaff, at, CANALSIDE, HIGHDOWN } from "../../support/factories";
import { aSurvey, surveyTyped } from "../../support/surveys";

let ctx: Ctx;
let helen: Ctx;
let tomasz: Ctx;

/** The ctx of an account that is really there, organising everywhere. */
async function aColleague(name: string): Promise<Ctx> {
  const made = await createAccount(ctx, { name, email: `${name.toLowerCase()}@example.org` });
  if (!made.ok) throw new Error(JSON.stringify(made));
  const { id } = made;
  return {
    ...ctx,
    actor: {
      kind: "account",
      id,
      name,
      grants: [{ role: "engagement_lead", scopeKind: "borough", scopeId: null }],
    },
  };
}

beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
  helen = await aColleague("Helen");
  tomasz = await aColleague("Tomasz");
});

const on = (ctx: Ctx, wall: string): Ctx => ({ ...ctx, now: at(wall) });
const row = async (slug: string) => {
  const found = await findSurveyRow(ctx, { slug });
  if (!found) throw new Error(`no survey ${slug}`);
  return found;
};
const change = (slug: string, edit: (questions: Question[]) => Question[]) =>
  editQuestions(helen, { slug, edit: (draft) => ({ ...draft, questions: edit(draft.questions) }) });

describe("a survey", () => {
  test("is a draft that only its staff see, then can be found and answered by all", async () => {
    const made = await createSurvey(helen, {
      typed: surveyTyped({ title: "Buses to the surgery", neighbourhood: "canalside" }),
      template: "three-questions",
    });
    if (!made.ok) throw new Error(JSON.stringify(made));
    const { slug } = made;
    expect(await findSurvey(asAnyone(ctx), slug)).toBeNull();
    expect(await findSurvey(asStaff(ctx, "neighbourhood_lead", HIGHDOWN), slug)).toBeNull();
    expect(await findSurvey(asStaff(ctx, "team_member", CANALSIDE), slug)).not.toBeNull();
    expect(await findByWords(ctx.db, "buses surgery")).toEqual([]);

    expect(await publishSurvey(asStaff(ctx, "team_member"), { slug })).toMatchObject({
      reason: "not_allowed",
    });
    expect(await publishSurvey(helen, { slug })).toEqual({ ok: true, version: 1 });
    expect(await findSurvey(asAnyone(ctx), slug)).not.toBeNull();
    expect((await findByWords(ctx.db, "buses surgery")).map(({ path }) => path)).toEqual([
      `/surveys/${slug}`,
    ]);
    await rebuildSurveySearch(ctx);
    expect(await findByWords(ctx.db, "buses surgery")).toHaveLength(1);
    expect(await discardSurvey(helen, { slug })).toMatchObject({ reason: "published" });
  });

  test("says what is missing beside each field", async () => {
    const made = await createSurvey(helen, {
      typed: surveyTyped({
        title: " ",
        minutes: "0",
        closesDay: "2026-05-01",
        neighbourhood: "nowhere",
        anonymity: "",
      }),
    });
    expect(made).toMatchObject({ ok: false, reason: "invalid" });
    expect(Object.keys(made.ok ? {} : (made.fields ?? {})).sort()).toEqual(["anonymity", "minutes", "title"]);
    const late = await createSurvey(helen, { typed: surveyTyped({ closesDay: "2026-04-30" }) });
    expect(late).toMatchObject({ fields: { closesDay: ["It must close after it opens"] } });
    const gap = await createSurvey(helen, {
      typed: surveyTyped({ closesDay: "2027-03-28", closesClock: "01:30" }),
    });
    expect(gap).toMatchObject({ fields: { closesClock: [expect.stringContaining("clocks")] } });
    const foreign = await createSurvey(asStaff(ctx, "neighbourhood_lead", CANALSIDE), {
      typed: surveyTyped({ neighbourhood: "highdown" }),
    });
    expect(foreign).toMatchObject({ fields: { neighbourhood: [expect.any(String)] } });
  });

  test("can't be published with a dead end, and is discarded as a draft", async () => {
    const { slug } = await aSurvey(helen, { publish: false });
    await change(slug, ([first, ...rest]) => [{ ...(first as Question), options: [] }, ...rest]);
    expect(await publishSurvey(helen, { slug })).toMatchObject({
      reason: "faulty",
      faults: [
        { at: "use", kind: "answers" },
        { at: "often", kind: "dead_end" },
      ],
    });
    expect(await discardSurvey(helen, { slug })).toEqual({ ok: true });
    expect(await findSurveyRow(ctx, { slug })).toBeNull();
  });

  test("opens and closes to the minute, through the clock change", async () => {
    const { slug } = await aSurvey(helen, {
      typed: { opensDay: "2026-06-02", opensClock: "09:30", closesDay: "2026-10-25", closesClock: "01:30" },
    });
    const survey = await row(slug);
    const standing = (wall: string) => standingOf(survey, at(wall));
    expect(standing("2026-06-02T09:29")).toBe("not_yet");
    expect(standing("2026-06-02T09:30")).toBe("open");
    expect(standing("2026-10-25T01:29")).toBe("open");
    expect(survey.closesAt.toISOString()).toBe("2026-10-25T00:30:00.000Z");
    expect(standingOf(survey, survey.closesAt)).toBe("finishing");
    expect(standingOf(survey, new Date(survey.closesAt.getTime() + 30 * 60_000))).toBe("closed");
    expect((await listOpenSurveys(on(ctx, "2026-06-02T09:29"))).map((one) => one.survey.slug)).not.toContain(
      slug,
    );
    expect((await listOpenSurveys(on(ctx, "2026-06-02T09:30"))).map((one) => one.survey.slug)).toContain(
      slug,
    );
    expect((await listClosedSurveys(on(ctx, "2026-10-25T02:30"))).map((one) => one.survey.slug)).toContain(
      slug,
    );
    expect((await nextTurn(on(ctx, "2026-06-02T09:00")))?.getTime()).toBe(survey.opensAt.getTime());
  });

  test("keeps what people were told once it is published", async () => {
    const { slug } = await aSurvey(helen);
    const edit = (typed: Record<string, string>) => editSurvey(helen, { slug, typed: surveyTyped(typed) });
    expect(await edit({ anonymity: "linked" })).toMatchObject({
      fields: { anonymity: [expect.any(String)] },
    });
    expect(await edit({ closesDay: "2026-12-01" })).toMatchObject({
      fields: { closesDay: [expect.any(String)] },
    });
    expect(await edit({ title: "Another title" })).toEqual({ ok: true });
    expect((await row(slug)).title).toBe("Another title");
  });
});

describe("a version", () => {
  test("never changes: the database refuses it", async () => {
    const { slug } = await aSurvey(helen);
    const { id } = await row(slug);
    const touch = (work: () => PromiseLike<unknown>) =>
      ctx.store.transact([`survey:${id}`], async () => {
        await work();
      });
    await expect(
      touch(() =>
        ctx.store.db.update(surveyVersions).set({ reason: "x" }).where(eq(surveyVersions.surveyId, id)),
      ),
    ).rejects.toThrow();
    const before = await listVersions(ctx, id);
    await change(slug, (questions) => questions.map((one) => ({ ...one, title: `${one.title} Now?` })));
    expect(await listVersions(ctx, id)).toEqual(before);
  });

  test("follows with its class and its reason, and a new key where the meaning is another", async () => {
    const { slug } = await aSurvey(helen);
    const { id } = await row(slug);
    expect(await publishSurvey(helen, { slug, typed: { reason: "Again" } })).toMatchObject({
      reason: "same",
    });

    await change(slug, ([use, ...rest]) => [
      { ...(use as Question), title: "Do you go to the hall?" },
      ...rest,
    ]);
    expect(await publishSurvey(helen, { slug })).toMatchObject({ fields: { reason: [expect.any(String)] } });
    expect(await publishSurvey(helen, { slug, typed: { reason: "Plainer" } })).toEqual({
      ok: true,
      version: 2,
    });

    // Words again, but staff say that they mean something else.
    await change(slug, ([use, ...rest]) => [
      { ...(use as Question), title: "Do you own the hall?" },
      ...rest,
    ]);
    await publishSurvey(helen, { slug, typed: { reason: "Another question", meaning: "use" } });
    // An answer that is gone is another meaning, whatever they say.
    await change(slug, (questions) =>
      questions.map((one) => (one.key === "often" ? { ...one, options: one.options.slice(1) } : one)),
    );
    await publishSurvey(helen, { slug, typed: { reason: "Fewer answers" } });
    const versions = await listVersions(ctx, id);
    expect(versions.map(({ version, changeClass }) => `${version} ${changeClass}`)).toEqual([
      "4 meaning",
      "3 meaning",
      "2 wording",
      "1 first",
    ]);
    const keys = versions.map(({ questionnaire }) => questionnaire.questions.map(({ key }) => key));
    expect(keys[0]).toEqual(["use_2", "often_2", "words", "trust"]);
    expect(keys[3]).toEqual(["use", "often", "words", "trust"]);
    expect(versions[1]?.questionnaire.questions[1]?.showWhen?.conditions[0]?.question).toBe("use_2");
    expect(versions[0]?.questionnaire.questions[1]?.replaces).toBe("often");
    expect((await row(slug)).liveVersion).toBe(4);
  });

  test("has three breakdowns at most", async () => {
    const { slug } = await aSurvey(helen, { publish: false });
    const four = await change(slug, ([use]) =>
      [1, 2, 3, 4].map((n) => ({ ...(use as Question), key: `b${n}`, breakdown: true })),
    );
    expect(four).toMatchObject({ ok: false, fields: { breakdown: [expect.stringContaining("3")] } });
  });
});

describe("the closing time", () => {
  const closing = (closesDay: string) => ({ closesDay, closesClock: "17:00", reason: "More people asked" });

  test("is moved later at once, and earlier only by a second person", async () => {
    const { slug } = await aSurvey(helen);
    expect(await moveClosing(helen, { slug, typed: closing("2026-10-30") })).toEqual({
      ok: true,
      asked: false,
    });
    expect((await row(slug)).closesAt).toEqual(at("2026-10-30T17:00"));

    expect(await moveClosing(helen, { slug, typed: closing("2026-08-01") })).toEqual({
      ok: true,
      asked: true,
    });
    expect((await row(slug)).closesAt).toEqual(at("2026-10-30T17:00"));
    expect(await moveClosing(helen, { slug, typed: closing("2026-08-02") })).toMatchObject({
      reason: "waiting",
    });
    const agreed = { slug, typed: { agreed: "yes" } };
    expect(await decideClosing(helen, agreed)).toMatchObject({ reason: "same_person" });
    expect(await decideClosing(asStaff(ctx, "analyst"), agreed)).toMatchObject({ reason: "not_allowed" });
    expect(await decideClosing(on(tomasz, "2026-08-02T00:00"), agreed)).toMatchObject({ reason: "past" });
    expect(await decideClosing(tomasz, agreed)).toEqual({ ok: true, agreed: true });
    expect((await row(slug)).closesAt).toEqual(at("2026-08-01T17:00"));
    const { id } = await row(slug);
    expect(await findAskedClosing(ctx, id)).toBeNull();
    expect((await listClosings(ctx, id)).map(({ agreed }) => agreed)).toEqual([true, true]);
    const acts = await ctx.db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
    expect(acts.map(({ act }) => act)).toContain("surveys.shortened");
  });

  test("stays when the second person does not agree, and once it has passed", async () => {
    const { slug } = await aSurvey(helen);
    await moveClosing(helen, { slug, typed: closing("2026-07-01") });
    expect(await decideClosing(helen, { slug, typed: { agreed: "no" } })).toEqual({
      ok: true,
      agreed: false,
    });
    expect((await row(slug)).closesAt).toEqual(at("2026-09-30T17:00"));
    const over = on(helen, "2026-09-30T17:00");
    expect(await moveClosing(over, { slug, typed: closing("2026-12-01") })).toMatchObject({
      reason: "closed",
    });
    expect(await moveClosing(helen, { slug, typed: closing("2026-05-01") })).toMatchObject({
      fields: { closesDay: [expect.any(String)] },
    });
  });
});

test("every template can be published as it is", () => {
  for (const { questionnaire } of TEMPLATES) expect(faultsOf(questionnaire)).toEqual([]);
});
