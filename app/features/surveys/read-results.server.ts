import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { surveys } from "~/db/tables/surveys";
import { surveyDays, surveyTallies } from "~/db/tables/surveys-responses";
import type { Ctx } from "~/platform/context.server";
import type { AnswerCount } from "./answer-counts";
import type { SurveyRow } from "./read.server";

/** True numbers: how often each answer was given, of all and by each declared breakdown, every channel together. */
export async function countAnswers(ctx: Ctx, surveyId: string): Promise<AnswerCount[]> {
  const { version, byQuestion, byAnswer, question, part, answer, count } = surveyTallies;
  return ctx.db
    .select({
      version,
      byQuestion,
      byAnswer,
      question,
      part,
      answer,
      count: sql<number>`sum(${count})`.mapWith(Number),
    })
    .from(surveyTallies)
    .where(eq(surveyTallies.surveyId, surveyId))
    .groupBy(version, byQuestion, byAnswer, question, part, answer);
}

/** True numbers: how many responses came on each London day by each channel, the first day first. */
export async function countDays(ctx: Ctx, surveyId: string) {
  const { day, channel, count } = surveyDays;
  return ctx.db
    .select({ day, channel, count })
    .from(surveyDays)
    .where(eq(surveyDays.surveyId, surveyId))
    .orderBy(asc(day));
}

/** A survey and those that asked the same before it, the newest first: at most this many waves. */
const MOST_WAVES = 6;

/** The surveys that asked the same before this one, the newest first. */
export async function listEarlier(ctx: Ctx, survey: SurveyRow): Promise<SurveyRow[]> {
  const found: SurveyRow[] = [];
  let next = survey.previousId;
  while (next && found.length < MOST_WAVES) {
    const [row] = await ctx.db.select().from(surveys).where(eq(surveys.id, next));
    if (!row || found.some(({ id }) => id === row.id)) break;
    found.push(row);
    next = row.previousId;
  }
  return found;
}

/** True when the results of this survey are out for everyone. */
export async function areResultsOut(ctx: Ctx, surveyId: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ at: surveys.resultsAt })
    .from(surveys)
    .where(and(eq(surveys.id, surveyId), inArray(surveys.state, ["published"])));
  return row?.at != null;
}
