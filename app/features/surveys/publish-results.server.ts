import { eq } from "drizzle-orm";
import { surveys } from "~/db/tables/surveys";
import { surveyPools } from "~/db/tables/surveys-responses";
import { figuresLock, publishFigures } from "~/features/figures/publish-figures.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { resultFigures, resultsSubject } from "./figures.server";
import { indexSurvey } from "./index-survey.server";
import { may } from "./may";
import { findSurveyRow } from "./read.server";
import { standingOf } from "./rules";
import { fieldsOf, resultsForm } from "./schema";

/**
 * What became of it. `held`: the words are published and the numbers stay as they were, since the difference would
 * tell what a few people said. `open`: it can still be answered. `empty`: nobody has answered.
 */
export type PublishedResults =
  | { ok: true; outcome: "new" | "same" | "held" }
  | Refusal<"invalid" | "missing" | "not_allowed" | "open" | "empty">;

/**
 * Publishes the results of a survey that is over: its numbers as an edition that never changes, and what they say
 * in plain words. Later calls publish other words, and a further edition when enough has changed.
 */
export async function publishResults(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<PublishedResults> {
  const parsed = resultsForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { findings } = parsed.data;
  const found = await findSurveyRow(ctx, { slug });
  if (!found || !may.read(ctx.actor, found)) return { ok: false, reason: "missing" };
  const locks = [`survey:${found.id}`, figuresLock(resultsSubject(found.id))];
  return write(ctx, { locks }, async (ctx): Promise<PublishedResults> => {
    const survey = await findSurveyRow(ctx, { id: found.id });
    if (!survey) return { ok: false, reason: "missing" };
    if (!may.publishResults(ctx.actor, survey)) return { ok: false, reason: "not_allowed" };
    if (standingOf(survey, ctx.now) !== "closed" || (await isSettling(ctx, survey.id))) {
      return { ok: false, reason: "open" };
    }
    const input = await resultFigures(ctx, survey);
    if (survey.received === 0) return { ok: false, reason: "empty" };
    const { outcome } = await publishFigures(ctx, input);
    await ctx.db
      .update(surveys)
      .set({ findings, resultsAt: survey.resultsAt ?? ctx.now })
      .where(eq(surveys.id, survey.id));
    await indexSurvey(ctx, survey.id);
    await audit(ctx, "surveys.results_published", { kind: "survey", id: survey.id }, { outcome });
    return { ok: true, outcome };
  });
}

/** True while responses wait to be stored: the clock does that within a minute of the end. */
async function isSettling(ctx: Ctx, surveyId: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: surveyPools.surveyId })
    .from(surveyPools)
    .where(eq(surveyPools.surveyId, surveyId));
  return row !== undefined;
}
