import { and, asc, desc, eq, gt, isNull, lte, or, type SQL } from "drizzle-orm";
import { neighbourhoods } from "~/db/tables/places";
import { surveyClosings, surveys, surveyVersions } from "~/db/tables/surveys";
import type { Ctx } from "~/platform/context.server";
import { may } from "./may";
import { endOf, GRACE_MINUTES } from "./rules";

/** A survey's row. */
export type SurveyRow = typeof surveys.$inferSelect;
/** A published version of its questions. */
export type SurveyVersion = typeof surveyVersions.$inferSelect;

/** A survey with the neighbourhood that it is for. */
export type SurveySeen = {
  survey: SurveyRow;
  neighbourhood: { slug: string; name: string; palette: string; seed: number } | null;
};

/** Surveys with their neighbourhood, to be narrowed. */
export function selectSeen(ctx: Ctx) {
  return ctx.db
    .select({
      survey: surveys,
      neighbourhood: {
        slug: neighbourhoods.slug,
        name: neighbourhoods.name,
        palette: neighbourhoods.palette,
        seed: neighbourhoods.seed,
      },
    })
    .from(surveys)
    .leftJoin(neighbourhoods, eq(neighbourhoods.id, surveys.neighbourhoodId));
}

/** The row of a survey, whoever asks; for verbs. */
export async function findSurveyRow(
  ctx: Ctx,
  by: { slug: string } | { id: string },
): Promise<SurveyRow | null> {
  const [row] = await ctx.db
    .select()
    .from(surveys)
    .where("slug" in by ? eq(surveys.slug, by.slug) : eq(surveys.id, by.id));
  return row ?? null;
}

/** The survey at this address that the actor may see, or null: drafts answer like missing ones. */
export async function findSurvey(ctx: Ctx, slug: string): Promise<SurveySeen | null> {
  const [row] = await selectSeen(ctx).where(eq(surveys.slug, slug));
  return row && may.see(ctx.actor, row.survey) ? row : null;
}

/** True when a survey has this address already. */
export async function isSurveySlug(ctx: Ctx, slug: string): Promise<boolean> {
  const [row] = await ctx.db.select({ id: surveys.id }).from(surveys).where(eq(surveys.slug, slug));
  return row !== undefined;
}

/** One version of a survey. */
export async function getVersion(ctx: Ctx, surveyId: string, version: number): Promise<SurveyVersion> {
  const [row] = await ctx.db
    .select()
    .from(surveyVersions)
    .where(and(eq(surveyVersions.surveyId, surveyId), eq(surveyVersions.version, version)));
  if (!row) throw new Error(`No version ${version} of that survey.`);
  return row;
}

/** Every version of a survey, the newest first. */
export async function listVersions(ctx: Ctx, surveyId: string): Promise<SurveyVersion[]> {
  return ctx.db
    .select()
    .from(surveyVersions)
    .where(eq(surveyVersions.surveyId, surveyId))
    .orderBy(desc(surveyVersions.version));
}

/** Every change of a survey's closing time, the newest first. */
export async function listClosings(ctx: Ctx, surveyId: string) {
  return ctx.db
    .select()
    .from(surveyClosings)
    .where(eq(surveyClosings.surveyId, surveyId))
    .orderBy(desc(surveyClosings.askedAt), desc(surveyClosings.id));
}

/** The shorter time that waits for a second person, or null. */
export async function findAskedClosing(ctx: Ctx, surveyId: string) {
  const [row] = await ctx.db
    .select()
    .from(surveyClosings)
    .where(and(eq(surveyClosings.surveyId, surveyId), isNull(surveyClosings.agreed)));
  return row ?? null;
}

const published = (more: SQL | undefined) => and(eq(surveys.state, "published"), more);

/**
 * Surveys that can be answered now, the first to close first; with a neighbourhood, those that are for it or for the
 * whole borough.
 */
export async function listOpenSurveys(
  ctx: Ctx,
  { neighbourhoodId, limit = 50 }: { neighbourhoodId?: string; limit?: number } = {},
): Promise<SurveySeen[]> {
  const { neighbourhoodId: near } = surveys;
  const here = neighbourhoodId ? or(isNull(near), eq(near, neighbourhoodId)) : undefined;
  return selectSeen(ctx)
    .where(published(and(lte(surveys.opensAt, ctx.now), gt(surveys.closesAt, ctx.now), here)))
    .orderBy(asc(surveys.closesAt), asc(surveys.id))
    .limit(limit);
}

/** Surveys that will open, the first first. */
export async function listComingSurveys(ctx: Ctx): Promise<SurveySeen[]> {
  return selectSeen(ctx)
    .where(published(gt(surveys.opensAt, ctx.now)))
    .orderBy(asc(surveys.opensAt), asc(surveys.id))
    .limit(20);
}

/** Surveys that have closed, the last first. */
export async function listClosedSurveys(ctx: Ctx): Promise<SurveySeen[]> {
  return selectSeen(ctx)
    .where(published(lte(surveys.closesAt, ctx.now)))
    .orderBy(desc(surveys.closesAt), asc(surveys.id))
    .limit(50);
}

/** The next moment at which lists of surveys change by themselves, or null. */
export async function nextTurn(ctx: Ctx): Promise<Date | null> {
  const [opening] = await ctx.db
    .select({ at: surveys.opensAt })
    .from(surveys)
    .where(published(gt(surveys.opensAt, ctx.now)))
    .orderBy(asc(surveys.opensAt))
    .limit(1);
  const [closing] = await ctx.db
    .select({ at: surveys.closesAt })
    .from(surveys)
    .where(published(gt(surveys.closesAt, new Date(ctx.now.getTime() - GRACE_MINUTES * 60_000))))
    .orderBy(asc(surveys.closesAt))
    .limit(1);
  const turns = [opening?.at, closing?.at, closing && endOf({ closesAt: closing.at })].filter(
    (at): at is Date => at !== undefined && at > ctx.now,
  );
  return turns.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

/** Addresses of published surveys, and whether their results are out; for the site map. */
export async function listSurveySlugs(ctx: Ctx): Promise<{ slug: string; hasResults: boolean }[]> {
  const rows = await ctx.db
    .select({ slug: surveys.slug, resultsAt: surveys.resultsAt })
    .from(surveys)
    .where(published(undefined))
    .orderBy(asc(surveys.slug));
  return rows.map(({ slug, resultsAt }) => ({ slug, hasResults: resultsAt !== null }));
}

/** Every published survey, for the search. */
export async function listPublishedIds(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db.select({ id: surveys.id }).from(surveys).where(eq(surveys.state, "published"));
  return rows.map(({ id }) => id);
}
