import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { auditEvents } from "~/db/tables/platform";
import { surveyResponses } from "~/db/tables/surveys-responses";
import { surveyTexts } from "~/db/tables/surveys-words";
import { publishTables } from "~/features/figures/gate";
import { createAccount } from "~/features/people/create-account.server";
import { addTheme } from "~/features/places/add-theme.server";
import { mergeTheme } from "~/features/places/merge-theme.server";
import { checkQuote } from "~/features/surveys/check-quote.server";
import { drawSample } from "~/features/surveys/draw-sample.server";
import { forgetSurveyWords } from "~/features/surveys/forget-survey-words.server";
import { keepResponse, keepTheRest } from "~/features/surveys/keep-response.server";
import { proposeQuote } from "~/features/surveys/propose-quote.server";
import { newQuestion } from "~/features/surveys/questionnaire";
import { findSurveyRow } from "~/features/surveys/read.server";
import { getAgreement } from "~/features/surveys/read-agreement.server";
import { listQuotes, listQuotesForStaff } from "~/features/surveys/read-quotes.server";
import { themeTables } from "~/features/surveys/read-theme-figures.server";
import { codingProgress, findBox, findToRead, listTexts } from "~/features/surveys/read-words.server";
import { keptAnswers } from "~/features/surveys/route";
import { settleReading } from "~/features/surveys/settle-reading.server";
import { sortWords } from "~/features/surveys/sort-words.server";
import { withdrawQuote } from "~/features/surveys/withdraw-quote.server";
import type { Role } from "~/platform/actor";
import { type Ctx, write } from "~/platform/context.server";
import { aBorough, aHouse } from "../../support/factories";
import { aSurvey } from "../../support/surveys";

let ctx: Ctx;
let helen: Ctx;
let grace: Ctx;
let omar: Ctx;
let slug: string;
let id: string;

const QUESTIONS = [
  newQuestion("how", "single", "How do you get here?", {
    options: [
      { key: "bus", label: "By bus" },
      { key: "walk", label: "On foot" },
    ],
    other: true,
  }),
  newQuestion("words", "long_text", "What should change?"),
];

async function aColleague(name: string, role: Role): Promise<Ctx> {
  const made = await createAccount(ctx, { name, email: `${name.toLowerCase()}@example.org` });
  if (!made.ok) throw new Error(JSON.stringify(made));
  const grants = [{ role, scopeKind: "borough" as const, scopeId: null }];
  return { ...ctx, actor: { kind: "account", id: made.id, name, grants } };
}

beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
  helen = await aColleague("Helen", "engagement_lead");
  grace = await aColleague("Grace", "analyst");
  omar = await aColleague("Omar", "analyst");
  for (const [label, plainLabel] of [
    ["Transport", "Buses"],
    ["Money", "What it costs"],
  ]) {
    await addTheme(ctx, { typed: { label, plainLabel, origin: "resident", aliases: "", parent: "" } });
  }
});

/** So many people answer with these words, and say whether they may be quoted. */
async function said(texts: readonly string[], more: { other?: string; mayQuote?: boolean } = {}) {
  const survey = await findSurveyRow(ctx, { id });
  if (!survey) throw new Error("no survey");
  const questionnaire = { form: 1 as const, sections: [], questions: QUESTIONS, translations: {} };
  await write(ctx, { locks: [`survey:${id}`] }, async (ctx) => {
    for (const text of texts) {
      const how = more.other
        ? { state: "answered" as const, choices: ["other"], other: more.other }
        : { state: "answered" as const, choices: ["bus"] };
      const words = text ? { state: "answered" as const, text } : { state: "skipped" as const };
      const answers = keptAnswers(questionnaire, { how, words });
      await keepResponse(ctx, survey, { version: 1, channel: "online", answers, mayQuote: more.mayQuote });
    }
    await keepTheRest(ctx, survey);
    return { ok: true };
  });
}

beforeEach(async () => {
  ({ slug, id } = await aSurvey(ctx, { typed: { asksToQuote: "yes" }, questions: QUESTIONS }));
});

async function textsOf(who: Ctx, view: Parameters<typeof listTexts>[3]["view"], key = "words") {
  const box = await findBox(who, id, key);
  if (!box) throw new Error("no box");
  const found = [];
  for (let after: number | undefined; ; ) {
    const page = await listTexts(who, id, box, { view, after });
    found.push(...page.texts);
    if (!page.more || page.last === null) return found;
    after = page.last;
  }
}

/** Somebody says of all texts that they may read what they are about. */
async function readAll(
  who: Ctx,
  part: "first" | "second",
  themesOf: (words: string) => string[],
  key = "words",
) {
  const texts = await textsOf(who, part === "first" ? "unread" : "second", key);
  const typed = texts.flatMap(({ id, words, danger }) => [
    ["text", String(id)],
    ...themesOf(words).map((theme) => [`themes-${id}`, theme]),
    ...(themesOf(words).length === 0 ? [[`none-${id}`, "yes"]] : []),
    ...(danger === "waiting" ? [[`danger-${id}`, "looked_at"]] : []),
  ]) as [string, string][];
  let done = 0;
  for (let n = 0; n < texts.length; n += 20) {
    const ids = new Set(texts.slice(n, n + 20).map((text) => String(text.id)));
    const form: Record<string, string[]> = {};
    for (const [name, value] of typed) {
      if (!ids.has(name === "text" ? value : (name.split("-")[1] ?? ""))) continue;
      form[name] = [...(form[name] ?? []), value];
    }
    const flat = Object.fromEntries(
      Object.entries(form).map(([name, all]) => [name, all.length > 1 ? all : (all[0] ?? "")]),
    );
    const sorted = await sortWords(who, { slug, box: key, part, typed: flat });
    if (!sorted.ok) throw new Error(JSON.stringify(sorted));
    done += sorted.done;
  }
  return done;
}

const BUS = "The bus is late";
const FARE = "The fare is too much";
const aboutBuses = (words: string) => (words.includes("bus") ? ["transport"] : []);
const many = (n: number, words: string) => Array.from({ length: n }, () => words);

describe("reading what people wrote", () => {
  test("every box with words is listed, nothing else, and nothing says in which order they came", async () => {
    await said([BUS, "", FARE]);
    await said([""], { other: "By boat" });
    expect(await codingProgress(helen, { id })).toMatchObject([
      { key: "how-other", texts: 1, read: 0, isDone: false },
      { key: "words", texts: 2, read: 0, isDone: false },
    ]);
    expect((await textsOf(helen, "unread", "how-other")).map((one) => one.words)).toEqual(["By boat"]);
    const rows = await ctx.db.select().from(surveyTexts).where(eq(surveyTexts.surveyId, id));
    expect(Object.keys(rows[0] ?? {}).some((name) => /at$|day$|on$/i.test(name))).toBe(false);
  });

  test("a page is read where something is ticked, and only by those who may", async () => {
    await said(many(7, BUS));
    const [first, second] = await textsOf(grace, "unread");
    const typed = { text: [String(first?.id), String(second?.id)], [`themes-${first?.id}`]: "transport" };
    const call = { slug, box: "words", part: "first" as const, typed };
    expect(await sortWords(grace, call)).toEqual({ ok: true, done: 1, left: 0 });
    expect(await textsOf(grace, "unread")).toHaveLength(6);
    expect(await textsOf(omar, "read")).toMatchObject([{ themes: [{ plainLabel: "Buses" }], isMine: false }]);
    // What somebody else found stays; the one who read it may change it.
    expect(await sortWords(omar, call)).toEqual({ ok: true, done: 0, left: 1 });
    const other = { ...typed, [`themes-${first?.id}`]: ["money", "transport"] };
    expect(await sortWords(grace, { ...call, typed: other })).toMatchObject({ done: 1 });

    const evaluator = await aColleague(`Eve${Date.now()}`, "evaluator");
    expect(await sortWords(evaluator, call)).toMatchObject({ reason: "not_allowed" });
    expect(await findToRead(evaluator, slug)).toBe("none");
    const neither = { ...typed, [`none-${first?.id}`]: "yes" };
    expect(await sortWords(grace, { ...call, typed: neither })).toMatchObject({
      reason: "invalid",
      fields: { [`themes-${first?.id}`]: [expect.stringContaining("not both")] },
    });
  });

  test("names, numbers and words of danger are marked, and danger has to be answered", async () => {
    await said(["Dr Quill never rings 07700 900 123", "My son hits me when his money runs out"]);
    const texts = await textsOf(helen, "unread");
    expect(texts.flatMap((text) => text.flags).sort()).toEqual(["contact", "name", "safeguarding"]);
    const [worrying] = await textsOf(helen, "danger");
    expect(worrying?.words).toContain("hits me");
    const card = { text: String(worrying?.id), [`none-${worrying?.id}`]: "yes" };
    const call = { slug, box: "words", part: "first" as const };
    expect(await sortWords(helen, { ...call, typed: card })).toMatchObject({
      fields: { [`danger-${worrying?.id}`]: [expect.any(String)] },
    });
    const passed = { ...card, [`danger-${worrying?.id}`]: "passed_on" };
    expect(await sortWords(helen, { ...call, typed: passed })).toMatchObject({ done: 1 });
    expect((await codingProgress(helen, { id }))[1]).toMatchObject({ danger: 0, read: 1 });
    expect(await textsOf(helen, "danger")).toMatchObject([{ danger: "passed_on" }]);
    const acts = await ctx.db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
    // The record says how many were read and passed on, and never which.
    expect(JSON.stringify(acts)).toContain("passedOn");
    expect(JSON.stringify(acts)).not.toContain(String(worrying?.id));
  });
});

describe("a second reader", () => {
  test("reads a sample without seeing what the first found; where they differ, a third settles it", async () => {
    await said([...many(16, BUS), ...many(14, FARE)]);
    expect(await drawSample(helen, { slug, box: "words", typed: { inAHundred: "0" } })).toMatchObject({
      reason: "invalid",
    });
    expect(await drawSample(helen, { slug, box: "words", typed: { inAHundred: "10" } })).toEqual({
      ok: true,
      sample: 20,
    });
    expect(await readAll(grace, "first", aboutBuses)).toBe(30);
    const blind = await textsOf(omar, "second");
    expect(blind).toHaveLength(20);
    expect(blind.every((text) => text.themes === null)).toBe(true);
    expect((await textsOf(omar, "read")).filter((text) => text.themes === null)).toHaveLength(20);
    expect(await textsOf(grace, "second")).toEqual([]);

    const fares = blind.filter((text) => text.words === FARE).length;
    await readAll(omar, "second", (words) => [words === FARE ? "money" : "transport"]);
    const box = await findBox(helen, id, "words");
    if (!box) throw new Error("no box");
    const agreed = await getAgreement(helen, id, box);
    expect(agreed).toMatchObject({ sample: 20, read: 20, open: fares });
    expect(agreed.measured).toMatchObject([
      { label: "What it costs", onlySecond: fares, both: 0, kappa: 0 },
      { label: "Buses", alike: 1, kappa: 1 },
    ]);
    const [one] = agreed.differ;
    expect(one).toMatchObject({
      words: FARE,
      first: { by: "Grace", themes: [] },
      second: { by: "Omar", themes: ["What it costs"] },
    });
    const settle = { id: one?.id ?? 0, typed: { themes: "money" } };
    expect(await settleReading(omar, settle)).toMatchObject({ reason: "own" });
    expect(await settleReading(helen, settle)).toEqual({ ok: true });
    const after = await getAgreement(helen, id, box);
    expect(after.open).toBe(fares - 1);
    // What was settled counts; how alike the two were stays as it was.
    expect(after.measured).toEqual(agreed.measured);
    const tables = await themeTables(helen, { id });
    expect(tables.map(({ id, counts }) => [id, counts[0]])).toEqual([
      ["words~transport", [16]],
      ["words~money", [1]],
    ]);
    // Drawn again, it grows and keeps what it had.
    expect(await drawSample(helen, { slug, box: "words", typed: { inAHundred: "90" } })).toMatchObject({
      sample: 27,
    });
    expect(await textsOf(omar, "second")).toHaveLength(7);
  });

  test("may come first, and then somebody else reads it as the first", async () => {
    await said(many(3, BUS));
    await drawSample(helen, { slug, box: "words", typed: { inAHundred: "10" } });
    expect(await readAll(omar, "second", aboutBuses)).toBe(3);
    expect(await textsOf(omar, "unread")).toEqual([]);
    expect(await readAll(grace, "first", aboutBuses)).toBe(3);
    const box = await findBox(helen, id, "words");
    if (!box) throw new Error("no box");
    const { measured, read } = await getAgreement(helen, id, box);
    expect([read, measured[0]?.enough, measured[0]?.kappa]).toEqual([3, false, null]);
  });
});

describe("figures of themes", () => {
  test("come when every text has been read, once a person, and go through the gate together", async () => {
    await said([...many(60, BUS), ...many(50, FARE), ...many(12, "")]);
    expect(await themeTables(helen, { id })).toEqual([]);
    await readAll(grace, "first", (words) => (words === FARE ? ["money"] : ["transport", "money"]));
    const tables = await themeTables(helen, { id });
    expect(tables.map(({ title, counts }) => [title, counts.flat()])).toEqual([
      ["What should change? What it costs", [110, 0, 12]],
      ["What should change? Buses", [60, 50, 12]],
    ]);
    expect(new Set(tables.map(({ people }) => people))).toEqual(new Set([`survey:${id}`]));
    const { tables: published, withheld } = publishTables(tables);
    expect(withheld).toEqual([]);
    const cells = published.flatMap(({ rows }) => rows.map(({ all }) => [all.id, all.people.text] as const));
    // Who answered has one name in both tables, so the gate knows that it is one number.
    expect(cells.filter(([name]) => name.endsWith("words=~answered"))).toEqual([
      [`survey%3A${id}&words=~answered`, "110"],
      [`survey%3A${id}&words=~answered`, "110"],
    ]);
  });

  test("of a theme that became part of another count there, each text once", async () => {
    const typed = { label: "Fares", plainLabel: "Fares", origin: "resident", aliases: "", parent: "" };
    await addTheme(ctx, { typed });
    await said(many(12, FARE));
    await readAll(grace, "first", () => ["fares", "money"]);
    expect((await themeTables(helen, { id })).map(({ counts }) => counts[0])).toEqual([[12], [12]]);
    await mergeTheme(ctx, { slug: "fares", typed: { into: "money" } });
    expect((await themeTables(helen, { id })).map(({ title, counts }) => [title, counts[0]])).toEqual([
      ["What should change? What it costs", [12]],
    ]);
  });
});

describe("a quote", () => {
  const RUDE = "The nurse Marla Dent was kind, and the bus home came.";
  const CUT = "The nurse […] was kind, and the bus home came.";
  const nobody = "yes";

  test("needs consent, a reading, honest words and somebody else who looks; then it can be withdrawn", async () => {
    await said([RUDE], { mayQuote: true });
    const [text] = await textsOf(grace, "unread");
    const textId = text?.id ?? 0;
    const propose = (words: string, more = {}) =>
      proposeQuote(grace, { textId, typed: { words, nobody, ...more } });
    expect(await propose(CUT)).toMatchObject({ reason: "unread" });
    await readAll(grace, "first", aboutBuses);
    expect(await propose("The nurse was very kind")).toMatchObject({
      fields: { words: [expect.any(String)] },
    });
    expect(await propose(CUT, { nobody: "" })).toMatchObject({ fields: { nobody: [expect.any(String)] } });
    const made = await propose(CUT);
    if (!made.ok) throw new Error(JSON.stringify(made));
    expect(await listQuotes(ctx, id)).toEqual([]);
    const agree = { id: made.id, typed: { act: "agree", nobody } };
    expect(await checkQuote(grace, agree)).toMatchObject({ reason: "own" });
    expect(await checkQuote(omar, { id: made.id, typed: { act: "agree" } })).toMatchObject({
      reason: "invalid",
    });
    expect(await checkQuote(omar, agree)).toMatchObject({ became: "published" });
    expect(await listQuotes(ctx, id)).toMatchObject([
      { words: CUT, box: "words", themes: [{ plainLabel: "Buses" }] },
    ]);

    expect(await withdrawQuote(omar, { id: made.id })).toMatchObject({ ok: true });
    expect(await listQuotes(ctx, id)).toEqual([]);
    expect(await listQuotesForStaff(helen, id)).toEqual([]);
    expect(await propose(CUT)).toMatchObject({ reason: "not_asked" });
    const rows = await ctx.db.select().from(surveyResponses).where(eq(surveyResponses.surveyId, id));
    expect(rows.map((row) => row.mayQuote)).toEqual([false]);
  });

  test("is never taken from who did not say yes, or was not asked", async () => {
    await said([BUS]);
    await readAll(grace, "first", aboutBuses);
    const [text] = await textsOf(grace, "read");
    const typed = { words: BUS, nobody };
    expect(await proposeQuote(grace, { textId: text?.id ?? 0, typed })).toMatchObject({
      reason: "not_asked",
    });
    ({ slug, id } = await aSurvey(ctx, { questions: QUESTIONS }));
    await said([BUS], { mayQuote: true });
    expect((await textsOf(grace, "unread")).map((one) => one.mayQuote)).toEqual([false]);
  });

  test("holds no address, and nothing of somebody in danger", async () => {
    await said(["Ring me on 07700 900 123", "My son hits me"], { mayQuote: true });
    const texts = await textsOf(grace, "unread");
    await readAll(grace, "first", () => []);
    const proposed = await Promise.all(
      texts.map(({ id, words }) => proposeQuote(grace, { textId: id, typed: { words, nobody } })),
    );
    expect(proposed.map((one) => (one.ok ? "" : one.reason)).sort()).toEqual(["danger", "invalid"]);
  });

  test("from one neighbourhood is looked at by two others", async () => {
    ({ slug, id } = await aSurvey(ctx, {
      typed: { asksToQuote: "yes", neighbourhood: "canalside" },
      questions: QUESTIONS,
    }));
    await said([BUS], { mayQuote: true });
    await readAll(grace, "first", aboutBuses);
    const [text] = await textsOf(grace, "read");
    const made = await proposeQuote(helen, { textId: text?.id ?? 0, typed: { words: BUS, nobody } });
    if (!made.ok) throw new Error(JSON.stringify(made));
    const agree = { id: made.id, typed: { act: "agree", nobody } };
    // Grace read it first, Helen proposed it.
    expect(await checkQuote(grace, agree)).toMatchObject({ reason: "own" });
    expect(await checkQuote(omar, agree)).toMatchObject({ became: "checked" });
    expect(await checkQuote(omar, agree)).toMatchObject({ reason: "own" });
    const ada = await aColleague(`Ada${Date.now()}`, "moderator");
    expect(await checkQuote(ada, agree)).toMatchObject({ became: "published" });
  });

  test("that is given back is gone, and can be proposed again in other words", async () => {
    await said([BUS], { mayQuote: true });
    await readAll(grace, "first", aboutBuses);
    const [text] = await textsOf(grace, "read");
    const textId = text?.id ?? 0;
    const made = await proposeQuote(grace, { textId, typed: { words: BUS, nobody } });
    if (!made.ok) throw new Error(JSON.stringify(made));
    expect(await checkQuote(omar, { id: made.id, typed: { act: "return" } })).toMatchObject({
      became: "returned",
    });
    expect(await listQuotesForStaff(helen, id)).toEqual([]);
    const again = { textId, typed: { words: "The bus […]", nobody } };
    expect(await proposeQuote(grace, again)).toMatchObject({ ok: true });
  });
});

describe("words whose time is over", () => {
  const house = (now: Date): Ctx => ({ ...ctx, now, actor: { kind: "system", name: "forget survey words" } });
  const everywhere = async () =>
    JSON.stringify([
      await ctx.db.select().from(surveyResponses).where(eq(surveyResponses.surveyId, id)),
      await ctx.db.select().from(surveyTexts).where(eq(surveyTexts.surveyId, id)),
    ]);

  test("are deleted; what was chosen, what they were about and what was printed stay", async () => {
    await said([`${BUS}. Ring me on 020 7946 0123`, BUS], { other: "On my brother's horse", mayQuote: true });
    await readAll(grace, "first", aboutBuses);
    const [plain] = (await textsOf(grace, "read")).filter(({ words }) => words === BUS);
    const made = await proposeQuote(grace, {
      textId: plain?.id ?? 0,
      typed: { words: BUS, nobody: "yes" },
    });
    if (!made.ok) throw new Error(JSON.stringify(made));
    await checkQuote(omar, { id: made.id, typed: { act: "agree", nobody: "yes" } });
    const before = await codingProgress(grace, await surveyOf());
    const closes = (await surveyOf()).closesAt;
    const months = (n: number) => new Date(new Date(closes).setUTCMonth(closes.getUTCMonth() + n));

    await forgetSurveyWords(house(months(23)));
    expect(await everywhere()).toContain("020 7946 0123");
    await forgetSurveyWords(house(months(25)));
    const after = await everywhere();
    for (const gone of ["0123", "horse", BUS, "contact"]) expect(after).not.toContain(gone);
    expect(after).toContain('"other"');
    expect(await codingProgress(grace, await surveyOf())).toEqual(before);
    expect((await textsOf(grace, "read")).map(({ words, themes }) => [words, themes?.length])).toEqual([
      ["", 1],
      ["", 1],
    ]);
    expect(await textsOf(grace, "unread", "how-other")).toEqual([]);
    expect((await listQuotes(ctx, id)).map(({ words }) => words)).toEqual([BUS]);
    expect(await forgetSurveyWords(house(months(26)))).toEqual({ ok: true, forgotten: 0 });
    await expect(forgetSurveyWords(helen)).rejects.toThrow("Only the house");
  });

  async function surveyOf() {
    const survey = await findSurveyRow(ctx, { id });
    if (!survey) throw new Error("no survey");
    return survey;
  }
});
