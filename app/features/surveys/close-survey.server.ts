import { and, eq, lt } from "drizzle-orm";
import { surveyDays, surveyDrafts, surveySubmissions } from "~/db/tables/surveys-responses";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { dayOf, startOfDay } from "~/platform/london";
import { keepTheRest } from "./keep-response.server";
import { may } from "./may";
import { findSurveyRow } from "./read.server";
import { standingOf } from "./rules";

/** When a survey is over: stores the responses that still wait and deletes answers on the way. Safe to run twice. */
export async function closeSurvey(ctx: Ctx, { id }: { id: string }): Promise<{ ok: boolean }> {
  return write(ctx, { locks: [`survey:${id}`] }, async (ctx) => {
    const survey = await findSurveyRow(ctx, { id });
    if (!may.settle(ctx.actor) || !survey) return { ok: false };
    // The end was moved: another job is planned for it.
    if (standingOf(survey, ctx.now) !== "closed") return { ok: true };
    await keepTheRest(ctx, survey);
    await ctx.db.delete(surveyDrafts).where(eq(surveyDrafts.surveyId, id));
    await audit(ctx, "surveys.closed", { kind: "survey", id }, { responses: survey.received });
    return { ok: true };
  });
}

/**
 * Every hour: deletes answers on the way after their last day and submissions of days that are over, and puts
 * each past day's totals into the record, where nothing else says when anybody answered.
 */
export async function closeSurveyDays(ctx: Ctx): Promise<{ ok: boolean }> {
  const today = dayOf(ctx.now);
  return write(ctx, { locks: ["survey-days"] }, async (ctx) => {
    if (!may.settle(ctx.actor)) return { ok: false };
    await ctx.db.delete(surveyDrafts).where(lt(surveyDrafts.lastDay, today));
    const yesterday = dayOf(startOfDay(ctx.now, -1));
    await ctx.db.delete(surveySubmissions).where(lt(surveySubmissions.day, yesterday));
    const past = and(eq(surveyDays.noted, false), lt(surveyDays.day, today));
    const rows = await ctx.db.select().from(surveyDays).where(past).limit(500);
    for (const { surveyId, day, channel, count } of rows) {
      await audit(ctx, "surveys.answered", { kind: "survey", id: surveyId }, { day, channel, count });
      await ctx.db
        .update(surveyDays)
        .set({ noted: true })
        .where(
          and(eq(surveyDays.surveyId, surveyId), eq(surveyDays.day, day), eq(surveyDays.channel, channel)),
        );
    }
    return { ok: true };
  });
}
