import { beforeAll, describe, expect, test } from "vitest";
import type { KeptAnswer } from "~/db/tables/surveys-documents";
import { findFigures } from "~/features/figures/read.server";
import { createAccount } from "~/features/people/create-account.server";
import { countsFrom } from "~/features/surveys/answer-counts";
import { closeSurvey } from "~/features/surveys/close-survey.server";
import { editQuestions } from "~/features/surveys/edit-questions.server";
import { resultsSubject } from "~/features/surveys/figures.server";
import { keepResponse } from "~/features/surveys/keep-response.server";
import { bandFor, bandsOf } from "~/features/surveys/number-bands";
import { publishResults } from "~/features/surveys/publish-results.server";
import { publishSurvey } from "~/features/surveys/publish-survey.server";
import { newQuestion } from "~/features/surveys/questionnaire";
import { findSurveyRow, listVersions } from "~/features/surveys/read.server";
import { findPublishedSurvey } from "~/features/surveys/read-published.server";
import { areResultsOut, countAnswers } from "~/features/surveys/read-results.server";
import type { Channel } from "~/features/surveys/rules";
import { trueResults } from "~/features/surveys/staff-results";
import { type Ctx, write } from "~/platform/context.server";
import { aBorough, aHouse, asAnyone, asStaff, at, CANALSIDE } from "../../support/factories";
import { aSurvey } from "../../support/surveys";

let ctx: Ctx;
let helen: Ctx;

beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
  const made = await createAccount(ctx, { name: "Helen", email: "helen@example.org" });
  if (!made.ok) throw new Error(JSON.stringify(made));
  const grants = [{ role: "engagement_lead", scopeKind: "borough", scopeId: null }] as const;
  helen = { ...ctx, actor: { kind: "account", id: made.id, name: "Helen", grants: [...grants] } };
});

const on = (who: Ctx, wall: string): Ctx => ({ ...who, now: at(wall) });
const house = (wall: string): Ctx => on({ ...ctx, actor: { kind: "system", name: "clock" } }, wall);
const given = (choice: string): KeptAnswer => ({ state: "answered", choices: [choice] });
const SKIPPED: KeptAnswer = { state: "skipped" };
const AFTER = "2026-10-01T10:00";

const questions = [
  newQuestion("use", "single", "Do you use the hall?", {
    options: [
      { key: "yes", label: "Yes" },
      { key: "no", label: "No" },
    ],
    preferNot: true,
  }),
  newQuestion("liked", "multiple", "What do you like there?", {
    options: [
      { key: "room", label: "The room" },
      { key: "tea", label: "The tea" },
    ],
  }),
  newQuestion("where", "single", "Where do you live?", {
    options: [
      { key: "near", label: "Near" },
      { key: "far", label: "Far" },
    ],
    breakdown: true,
  }),
];

type Said = Record<string, KeptAnswer>;

async function answered(
  slug: string,
  said: readonly Said[],
  channel: Channel = "online",
  wall = "2026-06-01T12:00",
) {
  const { id } = await rowOf(slug);
  await write(on(ctx, wall), { locks: [`survey:${id}`] }, async (ctx) => {
    for (const answers of said) {
      const survey = await findSurveyRow(ctx, { slug });
      if (!survey?.liveVersion) throw new Error("not published");
      await keepResponse(ctx, survey, { version: survey.liveVersion, channel, answers });
    }
    return { ok: true };
  });
}

async function rowOf(slug: string) {
  return (await findSurveyRow(ctx, { slug })) ?? expect.fail(`no survey ${slug}`);
}

/** 120 people: 100 say where they live, 9 of those who live far use the hall. */
const everybody: Said[] = Array.from({ length: 120 }, (_, n) => ({
  use: n < 70 || (n >= 91 && n < 100) ? given("yes") : n < 110 ? given("no") : { state: "prefer_not" },
  liked: n < 60 ? { state: "answered", choices: n % 2 ? ["room", "tea"] : ["tea"] } : SKIPPED,
  where: n < 80 ? given("near") : n < 112 ? given("far") : SKIPPED,
}));

async function closed(title: string, said = everybody, more: Record<string, unknown> = {}) {
  const { id, slug } = await aSurvey(helen, { typed: { title, ...more }, questions });
  await answered(slug, said);
  await closeSurvey(house(AFTER), { id });
  return { id, slug };
}

const publish = (who: Ctx, slug: string, findings = "Most people use the hall.") =>
  publishResults(on(who, AFTER), { slug, typed: { findings } });

async function tableOf(slug: string, name: string) {
  const figures = await findFigures(ctx, resultsSubject((await rowOf(slug)).id));
  const table = figures?.tables.find(({ id }) => id === name) ?? expect.fail(`no table ${name}`);
  return table.rows.map(({ heading, cells, all }) => [
    heading?.code ?? "all",
    ...cells.map(({ people }) => people.text),
    all.people.text,
  ]);
}

describe("the results of a survey", () => {
  test("are published when it is over, with the words, by who may; until then nobody sees any", async () => {
    const { id, slug } = await aSurvey(helen, { typed: { title: "Still open" }, questions });
    await answered(slug, everybody);
    const open = await publishResults(on(helen, "2026-06-02T10:00"), {
      slug,
      typed: { findings: "So far." },
    });
    expect(open).toMatchObject({ ok: false, reason: "open" });
    expect(await areResultsOut(ctx, id)).toBe(false);
    await closeSurvey(house(AFTER), { id });
    expect(await publish(helen, slug, "  ")).toMatchObject({ ok: false, reason: "invalid" });
    expect(await publish(asStaff(ctx, "team_member", CANALSIDE), slug)).toMatchObject({ ok: false });
    expect(await publish(asStaff(ctx, "analyst"), slug)).toEqual({ ok: true, outcome: "new" });
    const seen = await findPublishedSurvey(on(asAnyone(ctx), AFTER), slug);
    expect(seen?.survey.findings).toBe("Most people use the hall.");
    expect(await areResultsOut(ctx, id)).toBe(true);
    expect(await publish(helen, slug, "Other words.")).toEqual({ ok: true, outcome: "same" });
  });

  test("say each answer of everybody exactly, of how many, and never who left it out", async () => {
    const { slug } = await closed("Exactly");
    await publish(helen, slug);
    expect(await tableOf(slug, "use")).toEqual([
      ["yes", "79"],
      ["no", "31"],
      ["~answered", "110"],
      ["all", "120"],
    ]);
    expect(await tableOf(slug, "liked~room")).toEqual([
      ["chosen", "30"],
      ["not", "30"],
      ["~answered", "60"],
      ["all", "120"],
    ]);
  });

  test("are told apart by what is declared alone, rounded", async () => {
    const { slug } = await closed("By where");
    await publish(helen, slug);
    const table = await tableOf(slug, "use/where");
    expect(table.map(([code]) => code)).toEqual(["near", "far", "all"]);
    expect(table[0]?.slice(0, 3)).toEqual(["near", "70", "10"]);
    expect(table[1]?.slice(0, 3)).toEqual(["far", "10", "20"]);
    const figures = await findFigures(ctx, resultsSubject((await rowOf(slug)).id));
    expect(figures?.tables.map(({ id }) => id)).not.toContain("where/use");
  });

  test("of fewer than 100 people have no tables by group, and small numbers are stars", async () => {
    const { slug } = await closed("Few", everybody.slice(60, 90));
    await publish(helen, slug);
    const figures = await findFigures(ctx, resultsSubject((await rowOf(slug)).id));
    expect(figures?.tables.filter(({ across }) => across).map(({ id }) => id)).toEqual(["weeks"]);
    expect(await tableOf(slug, "use")).toContainEqual(["yes", "10"]);
    expect(await tableOf(slug, "where")).toContainEqual(["far", "10"]);
  });

  test("stay as they are when a few more come, and become a new edition when enough do", async () => {
    const { slug } = await closed("Late paper");
    await publish(helen, slug);
    await answered(slug, everybody.slice(0, 3), "paper", AFTER);
    expect(await publish(helen, slug)).toEqual({ ok: true, outcome: "held" });
    expect(await tableOf(slug, "use")).toContainEqual(["all", "120"]);
    await answered(slug, everybody.slice(0, 9), "paper", AFTER);
    const { outcome } = (await publish(helen, slug)) as { outcome: string };
    expect(["new", "held"]).toContain(outcome);
  });

  test("add versions by key: words that changed are one question, another meaning is a second one", async () => {
    const { id, slug } = await aSurvey(helen, { typed: { title: "Two versions" }, questions });
    await answered(slug, everybody);
    const words = (title: string) => (draft: { questions: typeof questions }) => ({
      ...draft,
      questions: draft.questions.map((one) => (one.key === "use" ? { ...one, title } : one)),
    });
    await editQuestions(helen, {
      slug,
      edit: (draft) => ({ ...draft, ...words("Do you come to the hall?")(draft) }),
    });
    await publishSurvey(on(helen, "2026-06-05T10:00"), { slug, typed: { reason: "Plainer" } });
    await answered(slug, everybody.slice(0, 20), "online", "2026-06-06T10:00");
    await editQuestions(helen, {
      slug,
      edit: (draft) => ({ ...draft, ...words("Did you ever come?")(draft) }),
    });
    await publishSurvey(on(helen, "2026-06-07T10:00"), {
      slug,
      typed: { reason: "Another thing", meaning: ["use"] },
    });
    const renamed = everybody.slice(0, 30).map(({ use, ...rest }) => ({ ...rest, use_2: use as KeptAnswer }));
    await answered(slug, renamed, "online", "2026-06-08T10:00");
    await closeSurvey(house(AFTER), { id });
    await publish(helen, slug);
    expect((await tableOf(slug, "use")).at(-1)).toEqual(["all", "170"]);
    expect(await tableOf(slug, "use")).toContainEqual(["yes", "99"]);
    expect(await tableOf(slug, "use_2")).toContainEqual(["yes", "30"]);
    const seen = await findPublishedSurvey(on(asAnyone(ctx), AFTER), slug);
    expect(seen?.versions.map(({ changeClass }) => changeClass)).toEqual(["meaning", "wording", "first"]);
    expect(seen?.results.map(({ key }) => key)).toEqual(["use_2", "liked", "where", "use"]);
  });

  test("are compared with the survey that asked the same before, and say when a change is not clear", async () => {
    const before = await closed("First wave", everybody, { opensDay: "2026-04-20" });
    await publish(helen, before.slug);
    const after = await closed("Second wave", everybody.slice(20), { previous: before.slug });
    await publish(helen, after.slug);
    const seen = await findPublishedSurvey(on(asAnyone(ctx), AFTER), after.slug);
    const [wave] = seen?.earlier ?? [];
    expect(wave?.slug).toBe(before.slug);
    expect(wave?.waves.map(({ id }) => id)).toEqual(["use", "liked"]);
    const change = wave?.waves[0]?.changes[0]?.change;
    expect(change?.before.percent).toBe(72);
    expect(change?.after.percent).toBe(67);
    expect(change?.verdict).toBe("not_clear");
  });

  test("add up whatever people left out of a rank, and whatever limits a number had in earlier versions", async () => {
    const options = ["tea", "room", "chairs"].map((key) => ({ key, label: key }));
    const far = { least: 0, most: 60, whole: true, unit: "minutes" };
    const asked = [
      newQuestion("first", "rank", "What comes first?", { options }),
      newQuestion("way", "number", "How long is the way?", { number: far }),
    ];
    const { id, slug } = await aSurvey(helen, { typed: { title: "In order" }, questions: asked });
    const said = everybody.map(
      (_, n): Said => ({
        first: { state: "answered", choices: n % 2 ? ["tea", "room", "chairs"] : ["room"] },
        way: { state: "answered", number: n % 40 },
      }),
    );
    await answered(slug, said);
    const nearer = asked.map((one) => (one.number ? { ...one, number: { ...far, least: 10 } } : one));
    await editQuestions(helen, { slug, edit: (draft) => ({ ...draft, questions: nearer }) });
    await publishSurvey(on(helen, "2026-06-05T10:00"), { slug, typed: { reason: "Nobody is nearer" } });
    await closeSurvey(house(AFTER), { id });
    expect(await publish(helen, slug)).toEqual({ ok: true, outcome: "new" });
    expect(await tableOf(slug, "first~tea")).toContainEqual(["not", "60"]);
    expect((await tableOf(slug, "way")).at(-1)).toEqual(["all", "120"]);
  });

  test("staff see true numbers, and four ways to have no answer told apart", async () => {
    const { id, slug } = await closed("True numbers");
    const counts = countsFrom(await countAnswers(helen, id));
    const versions = (await listVersions(helen, id)).map(({ questionnaire }) => questionnaire);
    const { questions: seen, groups } = trueResults(versions, counts, "where");
    expect(groups.map(({ code }) => code)).toEqual(["near", "far"]);
    expect(seen[0]).toMatchObject({ key: "use", answered: 110, skipped: 0, preferNot: 10, notAsked: 0 });
    expect(seen[0]?.parts[0]?.lines[0]).toMatchObject({ code: "yes", all: 79, groups: [70, 9] });
    expect((await rowOf(slug)).received).toBe(120);
  });
});

describe("numbers are published in bands", () => {
  test("that follow the limits of the question and nothing that was answered", () => {
    const labels = (number: Parameters<typeof bandsOf>[0]["number"]) =>
      bandsOf({ number }).map(({ label }) => label);
    expect(labels({ least: 0, most: 30, whole: true, unit: "minutes" })).toEqual([
      "0 minutes",
      "1 to 4 minutes",
      "5 to 9 minutes",
      "10 to 19 minutes",
      "20 to 30 minutes",
    ]);
    expect(labels({ least: 18, most: null, whole: true, unit: "years" })[0]).toBe("18 to 19 years");
    expect(labels({ least: null, most: null, whole: true, unit: "" }).at(0)).toBe("Below 0");
    expect(labels({ least: null, most: null, whole: true, unit: "" }).at(-1)).toBe("1,000 or more");
  });

  test("and every number falls into exactly one", () => {
    const bands = bandsOf({ number: { least: 0, most: 120, whole: true, unit: "" } });
    for (let n = 0; n <= 120; n += 1) {
      const own = bands.filter(({ from, to }) => n >= (from ?? -1) && n <= (to ?? 999));
      expect(own).toEqual([bandFor(bands, n)]);
    }
  });
});
