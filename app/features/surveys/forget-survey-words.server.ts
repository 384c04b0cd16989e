import { and, asc, eq, inArray, lt } from "drizzle-orm";
import { surveys } from "~/db/tables/surveys";
import type { KeptAnswer } from "~/db/tables/surveys-documents";
import { surveyResponses } from "~/db/tables/surveys-responses";
import { surveyTexts } from "~/db/tables/surveys-words";
import { getPeriods } from "~/features/places/read.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { may } from "./may";

const BATCH = 500;

/**
 * Forgets what people wrote in surveys that closed longer ago than words are kept: the words themselves and what
 * stood beside "Other". What was chosen, what words were found to be about, and quotes that are out stay. Safe to
 * run twice. Refuses everyone but the house.
 */
export async function forgetSurveyWords(ctx: Ctx): Promise<{ ok: true; forgotten: number }> {
  if (!may.settle(ctx.actor)) throw new Error("Only the house itself forgets.");
  let forgotten = 0;
  for (;;) {
    const { n } = await forgetSome(ctx);
    if (n === 0) return { ok: true, forgotten };
    forgotten += n;
  }
}

/** System only: the clock's work, asked for by `forgetSurveyWords`. One survey at a time, by its lock. */
async function forgetSome(ctx: Ctx): Promise<{ ok: true; n: number }> {
  const before = new Date(ctx.now);
  before.setUTCMonth(before.getUTCMonth() - (await getPeriods(ctx)).wordsMonths);
  const [due] = await ctx.db
    .select({ id: surveys.id })
    .from(surveyTexts)
    .innerJoin(surveys, eq(surveys.id, surveyTexts.surveyId))
    .where(and(eq(surveyTexts.isForgotten, false), lt(surveys.closesAt, before)))
    .limit(1);
  if (!due) return { ok: true, n: 0 };
  return write(ctx, { locks: [`survey:${due.id}`, `survey-words:${due.id}`] }, async (ctx) => {
    const texts = await ctx.db
      .select({ id: surveyTexts.id, of: surveyTexts.responseId })
      .from(surveyTexts)
      .where(and(eq(surveyTexts.surveyId, due.id), eq(surveyTexts.isForgotten, false)))
      .orderBy(asc(surveyTexts.responseId))
      .limit(BATCH);
    const responses = await ctx.db
      .select({ id: surveyResponses.id, answers: surveyResponses.answers })
      .from(surveyResponses)
      .where(inArray(surveyResponses.id, [...new Set(texts.map(({ of }) => of))]));
    for (const { id, answers } of responses) {
      await ctx.db
        .update(surveyResponses)
        .set({ answers: withoutWords(answers), mayQuote: false })
        .where(eq(surveyResponses.id, id));
    }
    const ids = texts.map(({ id }) => id);
    await ctx.db
      .update(surveyTexts)
      .set({ isForgotten: true, flags: [], danger: "none" })
      .where(inArray(surveyTexts.id, ids));
    await audit(ctx, "surveys.forgot_words", { kind: "survey", id: due.id }, { texts: ids.length });
    return { ok: true as const, n: ids.length };
  });
}

/** Answers as they were given, without any word that somebody wrote: an answered question stays an answered one. */
function withoutWords(answers: Record<string, KeptAnswer>): Record<string, KeptAnswer> {
  return Object.fromEntries(
    Object.entries(answers).map(([key, answer]) => {
      if (answer.state !== "answered") return [key, answer];
      const { text: _text, other: _other, ...rest } = answer;
      return [key, rest];
    }),
  );
}
