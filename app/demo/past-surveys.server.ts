import { z } from "zod";
import type { Answer, Question, Questionnaire } from "~/db/tables/surveys-documents";
import type { Answers } from "~/features/surveys/answers";
import { closeSurvey, closeSurveyDays } from "~/features/surveys/close-survey.server";
import { createSurvey } from "~/features/surveys/create-survey.server";
import { editQuestions } from "~/features/surveys/edit-questions.server";
import { keepResponses } from "~/features/surveys/keep-response.server";
import { publishResults } from "~/features/surveys/publish-results.server";
import { publishSurvey } from "~/features/surveys/publish-survey.server";
import { OTHER, PREFER_NOT, steps } from "~/features/surveys/questionnaire";
import { findSurveyRow } from "~/features/surveys/read.server";
import { isShown, keptAnswers } from "~/features/surveys/route";
import { CHANNELS, type Channel, endOf } from "~/features/surveys/rules";
import { questionnaireForm } from "~/features/surveys/schema";
import { type Ctx, write } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { type Chance, chance } from "./chance";
import { readDemo } from "./content.server";
import type { Cast } from "./people.server";
import { type Act, accepted, as, hoursAfter, london, momentsBetween } from "./timeline";

const count = z.number().int().min(0);

const pastSurvey = z.strictObject({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  purpose: z.string(),
  intro: z.string(),
  minutes: z.number().int(),
  whoSees: z.string(),
  whatNext: z.string(),
  anonymity: z.literal("anonymous"),
  neighbourhood: z.string().nullable(),
  activity: z.string().nullable(),
  previous: z.string().nullable(),
  by: z.string(),
  opens: z.string(),
  closes: z.string(),
  results: z.string(),
  findings: z.string(),
  came: z.strictObject({ online: count, paper: count, assisted: count, phone: count }),
  reworded: z
    .strictObject({ day: z.string(), question: z.string(), title: z.string(), reason: z.string() })
    .optional(),
  questionnaire: questionnaireForm,
  said: z.record(z.string(), z.record(z.string(), count)),
  texts: z.record(z.string(), z.array(z.string())),
  asksToQuote: z.boolean().default(false),
});

const sheet = z.strictObject({ surveys: z.array(pastSurvey) });

/** Surveys of the trial year, with what was answered. */
export type PastSurveysSheet = z.output<typeof sheet>;
type Told = PastSurveysSheet["surveys"][number];

/** Reads and checks them. */
export function readPastSurveys(): PastSurveysSheet {
  return readDemo("past-surveys.yaml", sheet);
}

const DAY = 24;
/** Sheets in a pile of paper. */
const PILE = 20;

/** How these surveys were made, answered, closed and published. */
export function pastSurveyActs({ surveys }: PastSurveysSheet, cast: Cast): Act[] {
  return surveys.flatMap((told) => {
    const opens = london(`${told.opens}T09:00`);
    const closes = london(`${told.closes}T17:00`);
    const staff = (ctx: Ctx) => {
      const actor = cast.get(told.by);
      return actor ? as(ctx, actor) : ctx;
    };
    const house = (ctx: Ctx) => as(ctx, { kind: "system", name: "demo" });
    return [
      { at: hoursAfter(opens, -6 * DAY), run: (ctx: Ctx) => writeDraft(staff(ctx), told) },
      {
        at: hoursAfter(opens, -2 * DAY),
        run: async (ctx: Ctx) =>
          accepted(`publishing ${told.slug}`, await publishSurvey(staff(ctx), { slug: told.slug })),
      },
      ...rewordedActs(told, staff),
      ...answeredActs(told, opens, closes),
      { at: endOf({ closesAt: closes }), run: (ctx: Ctx) => close(house(ctx), told.slug) },
      { at: hoursAfter(closes, DAY), run: (ctx: Ctx) => closeSurveyDays(house(ctx)) },
      {
        at: london(`${told.results}T10:00`),
        run: async (ctx: Ctx) => {
          const typed = { findings: told.findings };
          const published = await publishResults(staff(ctx), { slug: told.slug, typed });
          accepted(`the results of ${told.slug}`, published);
        },
      },
    ];
  });
}

async function writeDraft(ctx: Ctx, told: Told): Promise<void> {
  const { slug, questionnaire } = told;
  const typed = {
    ...told,
    minutes: String(told.minutes),
    neighbourhood: told.neighbourhood ?? "",
    activity: told.activity ?? "",
    previous: told.previous ?? "",
    opensDay: told.opens,
    opensClock: "09:00",
    closesDay: told.closes,
    closesClock: "17:00",
    most: "",
  };
  accepted(`the survey ${slug}`, await createSurvey(ctx, { typed, slug }));
  accepted(`the questions of ${slug}`, await editQuestions(ctx, { slug, edit: () => questionnaire }));
}

function rewordedActs({ slug, reworded }: Told, staff: (ctx: Ctx) => Ctx): Act[] {
  if (!reworded) return [];
  const { day, question, title, reason } = reworded;
  const other = (one: Question) => (one.key === question ? { ...one, title } : one);
  return [
    {
      at: london(`${day}T09:30`),
      run: async (ctx) => {
        const edit = (draft: Questionnaire) => ({ ...draft, questions: draft.questions.map(other) });
        accepted(`other words in ${slug}`, await editQuestions(staff(ctx), { slug, edit }));
        accepted(
          `publishing ${slug} again`,
          await publishSurvey(staff(ctx), { slug, typed: { reason, meaning: [] } }),
        );
      },
    },
  ];
}

async function close(ctx: Ctx, slug: string): Promise<void> {
  const survey = await findSurveyRow(ctx, { slug });
  if (!survey || !(await closeSurvey(ctx, survey)).ok) throw new Error(`The survey ${slug} did not close.`);
}

type Coming = { channel: Channel; answers: Answers; sheet?: { sheet: string; batch: string } };

/** All responses of a survey, each at its moment; those of one day in one transaction. */
function answeredActs(told: Told, opens: Date, closes: Date): Act[] {
  const luck = chance(`past survey ${told.slug}`);
  const coming = comingOf(told, luck);
  const moments = momentsBetween(luck, hoursAfter(opens, 1), hoursAfter(closes, -1), coming.length);
  const days = new Map<string, { at: Date; come: Coming }[]>();
  for (const [n, at] of moments.entries()) {
    const day = days.get(dayOf(at)) ?? [];
    day.push({ at, come: coming[n] as Coming });
    days.set(dayOf(at), day);
  }
  return [...days.values()].map((ofDay) => ({
    at: ofDay.at(-1)?.at ?? opens,
    run: (ctx) => keepAll(ctx, told.slug, ofDay),
  }));
}

async function keepAll(ctx: Ctx, slug: string, ofDay: readonly { at: Date; come: Coming }[]): Promise<void> {
  const found = await findSurveyRow(ctx, { slug });
  if (!found?.liveVersion) throw new Error(`The survey ${slug} is not there.`);
  const { liveVersion: version } = found;
  const consent = chance(`quoting ${slug} ${dayOf(ofDay[0]?.at ?? ctx.now)}`);
  await write(ctx, { locks: [`survey:${found.id}`] }, async (ctx) => {
    const survey = await findSurveyRow(ctx, { id: found.id });
    if (!survey) return { ok: false };
    const responses = ofDay.map(({ at, come: { channel, answers, sheet } }) => ({
      at,
      version,
      channel,
      answers: keptAnswers(survey.draft, answers),
      // Only a survey that asks takes a yes.
      mayQuote: consent.percent(35),
      ...sheet,
    }));
    await keepResponses(ctx, survey, responses);
    return { ok: true };
  });
}

/** What everybody answered and in which way, in a random order. */
function comingOf(told: Told, luck: Chance): Coming[] {
  const ways = luck.shuffled(CHANNELS.flatMap((channel) => Array<Channel>(told.came[channel]).fill(channel)));
  const everybody: Answers[] = ways.map(() => ({}));
  for (const question of told.questionnaire.questions) {
    const asked = everybody.filter((answers) => isAsked(told.questionnaire, question, answers));
    const given = answersTo(question, told, luck, asked.length);
    for (const [n, answers] of asked.entries()) answers[question.key] = given[n] ?? { state: "skipped" };
  }
  let sheets = 0;
  return ways.map((channel, n) => {
    const answers = everybody[n] ?? {};
    if (channel !== "paper") return { channel, answers };
    sheets += 1;
    const batch = `P${Math.ceil(sheets / PILE)}`;
    return { channel, answers, sheet: { batch, sheet: `${batch}-${String(sheets).padStart(3, "0")}` } };
  });
}

function isAsked({ sections }: Questionnaire, question: Question, answers: Answers): boolean {
  const section = sections.find(({ key }) => key === question.section);
  return isShown(section?.showWhen ?? null, answers) && isShown(question.showWhen, answers);
}

/** So many answers to one question: as often as the sheet says, else by chance; the rest passed it over. */
function answersTo(question: Question, { slug, said, texts }: Told, luck: Chance, asked: number): Answer[] {
  const exact = said[question.key];
  if (!exact) return Array.from({ length: asked }, () => byChance(question, texts[question.key] ?? [], luck));
  const given = Object.entries(exact).flatMap(([one, often]) =>
    Array<Answer>(often).fill(asAnswer(question, one)),
  );
  if (given.length > asked) throw new Error(`${slug}: ${question.key} was asked ${asked} people only.`);
  return luck.shuffled([...given, ...Array<Answer>(asked - given.length).fill({ state: "skipped" })]);
}

function asAnswer(question: Question, one: string): Answer {
  if (one === PREFER_NOT) return { state: "prefer_not" };
  if (question.kind === "scale") return { state: "answered", number: Number(one) };
  return { state: "answered", choices: [one], ...(one === OTHER ? { other: "It depends on the bus" } : {}) };
}

const MINUTES = [5, 5, 10, 10, 10, 15, 15, 20, 20, 25, 30, 35, 40, 50, 60];

function byChance(question: Question, texts: readonly string[], luck: Chance): Answer {
  const isText = question.kind === "long_text" || question.kind === "short_text";
  if (luck.percent(isText ? 52 : 6)) return { state: "skipped" };
  const keys = question.options.map(({ key }) => key);
  const state = "answered" as const;
  switch (question.kind) {
    case "multiple":
    case "rank": {
      const chosen = luck.shuffled(keys).slice(0, 1 + Math.floor(luck.next() * (question.most ?? 2)));
      return {
        state,
        choices: question.kind === "rank" ? chosen : keys.filter((key) => chosen.includes(key)),
      };
    }
    case "grid":
      return { state, rows: Object.fromEntries(question.rows.map(({ key }) => [key, luck.pick(keys)])) };
    case "number":
      return { state, number: luck.pick(MINUTES) };
    case "scale":
      return { state, number: luck.pick(steps(question)) };
    case "single":
      return { state, choices: [luck.pick(keys)] };
    default: {
      const first = luck.pick(texts);
      const second = luck.percent(30) ? luck.pick(texts) : first;
      return { state, text: second === first ? first : `${first} ${second}` };
    }
  }
}
