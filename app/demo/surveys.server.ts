import { z } from "zod";
import type { Question, Questionnaire } from "~/db/tables/surveys-documents";
import { answerPage, type PageKept } from "~/features/surveys/answer-page.server";
import { postedOf } from "~/features/surveys/answers";
import { createSurvey } from "~/features/surveys/create-survey.server";
import { editQuestions } from "~/features/surveys/edit-questions.server";
import { makeVouchers } from "~/features/surveys/make-vouchers.server";
import { publishSurvey } from "~/features/surveys/publish-survey.server";
import { pagesOf } from "~/features/surveys/questionnaire";
import { questionnaireForm } from "~/features/surveys/schema";
import { sendAnswers } from "~/features/surveys/send-answers.server";
import { templateOf } from "~/features/surveys/templates";
import type { Ctx } from "~/platform/context.server";
import { dayOf, startOfDay } from "~/platform/london";
import { type Chance, chance } from "./chance";
import { readDemo } from "./content.server";
import { paperActs, paperTold } from "./paper.server";
import type { Cast } from "./people.server";
import { type Act, accepted, as, hoursAfter, momentsBetween } from "./timeline";

const survey = z.strictObject({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  purpose: z.string(),
  intro: z.string(),
  minutes: z.number().int(),
  whoSees: z.string(),
  whatNext: z.string(),
  anonymity: z.enum(["anonymous", "linked"]),
  neighbourhood: z.string().nullable(),
  by: z.string(),
  opensDaysAgo: z.number().int(),
  closesInDays: z.number().int(),
  published: z.boolean(),
  asksToQuote: z.boolean().default(false),
  answers: z.number().int().min(0),
  vouchers: z.number().int().positive().optional(),
  paper: paperTold.optional(),
  template: z.string().optional(),
  questionnaire: questionnaireForm.optional(),
});

const sheet = z.strictObject({ surveys: z.array(survey) });

/** Surveys whose dates are counted from the day on which they are loaded. */
export type SurveysSheet = z.output<typeof sheet>;
type SurveyTold = SurveysSheet["surveys"][number];

/** Reads and checks the surveys. */
export function readSurveys(): SurveysSheet {
  return readDemo("surveys.yaml", sheet);
}

const DAY = 24;

/** Everything that has happened so far around the surveys. */
export function surveyActs({ surveys }: SurveysSheet, cast: Cast, now: Date): Act[] {
  return surveys.flatMap((told) => {
    const opens = startOfDay(now, -told.opensDaysAgo);
    const written = told.published ? hoursAfter(opens, -6 * DAY) : hoursAfter(now, -3 * DAY);
    const staff = (ctx: Ctx) => {
      const actor = cast.get(told.by);
      return actor ? as(ctx, actor) : ctx;
    };
    const acts: Act[] = [{ at: written, run: (ctx) => write(staff(ctx), told, now) }];
    if (!told.published) return acts;
    acts.push({
      at: hoursAfter(written, 2 * DAY),
      run: async (ctx) => {
        accepted(`publishing ${told.slug}`, await publishSurvey(staff(ctx), { slug: told.slug }));
      },
    });
    const luck = chance(`survey ${told.slug}`);
    const questionnaire = questionsOf(told);
    for (const at of momentsBetween(luck, hoursAfter(opens, 10), hoursAfter(now, -1), told.answers)) {
      acts.push({ at, run: (ctx) => answer(as(ctx, { kind: "anyone" }), told.slug, questionnaire, luck) });
    }
    if (!told.paper) return acts;
    const answering = { ...told, paper: told.paper, questionnaire, answering: typedFor };
    return [...acts, ...paperActs(answering, cast, now)];
  });
}

const questionsOf = (told: SurveyTold): Questionnaire =>
  told.questionnaire ?? templateOf(told.template ?? "");

/** Makes the draft and puts its questions in. */
async function write(ctx: Ctx, told: SurveyTold, now: Date): Promise<void> {
  const {
    slug,
    opensDaysAgo,
    closesInDays,
    published,
    answers,
    vouchers,
    by,
    paper,
    template,
    questionnaire,
    ...facts
  } = told;
  const typed = {
    ...facts,
    minutes: String(facts.minutes),
    neighbourhood: facts.neighbourhood ?? "",
    activity: "",
    opensDay: dayOf(startOfDay(now, -opensDaysAgo)),
    opensClock: "09:00",
    closesDay: dayOf(startOfDay(now, closesInDays)),
    closesClock: "17:00",
    most: "",
    asksVoucher: vouchers ? "yes" : "",
  };
  accepted(`the survey ${slug}`, await createSurvey(ctx, { typed, slug, template }));
  if (vouchers) {
    accepted(`vouchers of ${slug}`, await makeVouchers(ctx, { slug, typed: { count: String(vouchers) } }));
  }
  if (!questionnaire) return;
  accepted(`the questions of ${slug}`, await editQuestions(ctx, { slug, edit: () => questionnaire }));
}

/** Somebody answers from the first page to the last. */
async function answer(ctx: Ctx, slug: string, questionnaire: Questionnaire, luck: Chance): Promise<void> {
  let page: string | null = pagesOf(questionnaire)[0]?.key ?? "check";
  let code: string | null = null;
  while (page !== null && page !== "check") {
    const key: string = page;
    const onPage = pagesOf(questionnaire).find((one) => one.key === key)?.questions ?? [];
    const posted = Object.assign({}, ...onPage.map((question) => typedFor(question, luck)));
    const move = { back: false, fromCheck: false };
    const kept: PageKept = await answerPage(ctx, { slug, page: key, posted, move, code });
    const { code: next, next: to } = accepted(`${slug}, ${key}`, kept);
    code = next;
    page = to;
  }
  const submissionId = `demo ${slug} ${luck.next()}`;
  // Only a survey that asks takes a yes.
  const mayQuote = luck.percent(40);
  accepted(`sending ${slug}`, await sendAnswers(ctx, { slug, code, submissionId, locale: "en", mayQuote }));
}

const SAID = [
  "A stop nearer to the door.",
  "The bus back only comes once an hour.",
  "Somebody who can wait with me.",
  "Appointments after ten, when my pass works.",
  "I can’t stand for long.",
  "Ring me instead, when it is only about results.",
];

/** What somebody made up types for one question. */
function typedFor(question: Question, luck: Chance): Record<string, string | string[]> {
  const options = question.options.map((option) => option.key);
  const state = "answered" as const;
  if (!question.required && luck.percent(question.kind.endsWith("_text") ? 55 : 8)) return {};
  if (question.preferNot && luck.percent(6)) return postedOf(question, { state: "prefer_not" });
  switch (question.kind) {
    case "single":
      return postedOf(question, { state, choices: [luck.pick(options)] });
    case "multiple":
    case "rank": {
      const most = Math.min(question.most ?? 2, options.length);
      return postedOf(question, { state, choices: luck.shuffled(options).slice(0, most) });
    }
    case "scale":
      return postedOf(question, { state, number: luck.pick([2, 3, 3, 4, 4, 5]) });
    case "number":
      return postedOf(question, { state, number: luck.pick([10, 15, 20, 25, 30, 40, 50]) });
    case "grid":
      return postedOf(question, {
        state,
        rows: Object.fromEntries(question.rows.map((row) => [row.key, luck.pick(options)])),
      });
    case "short_text":
    case "long_text":
      return postedOf(question, { state, text: luck.pick(SAID) });
    default:
      return {};
  }
}
