import { and, asc, count, desc, eq, ne } from "drizzle-orm";
import {
  appraisalCorrections,
  appraisalCriteria,
  appraisalDecisions,
  appraisalKindWeights,
  appraisalOptions,
  appraisals,
  appraisalWeightChanges,
} from "~/db/tables/appraisals";
import { neighbourhoods } from "~/db/tables/places";
import type { Ctx } from "~/platform/context.server";
import { may } from "./may";

/** An appraisal's row. */
export type AppraisalRow = typeof appraisals.$inferSelect;
/** Something that could be done. */
export type OptionRow = typeof appraisalOptions.$inferSelect;
/** What options are judged by. */
export type CriterionRow = typeof appraisalCriteria.$inferSelect;
/** What was decided after it. */
export type SettledRow = typeof appraisalDecisions.$inferSelect;

/** An appraisal with where it is for. */
export type AppraisalSeen = {
  appraisal: AppraisalRow;
  neighbourhood: { slug: string; name: string; palette: string; seed: number } | null;
};

const selectSeen = (ctx: Ctx) =>
  ctx.db
    .select({
      appraisal: appraisals,
      neighbourhood: {
        slug: neighbourhoods.slug,
        name: neighbourhoods.name,
        palette: neighbourhoods.palette,
        seed: neighbourhoods.seed,
      },
    })
    .from(appraisals)
    .leftJoin(neighbourhoods, eq(neighbourhoods.id, appraisals.neighbourhoodId));

/** The appraisal at this address that the actor may see, or null: drafts answer like missing ones. */
export async function findAppraisal(ctx: Ctx, slug: string): Promise<AppraisalSeen | null> {
  const [row] = await selectSeen(ctx).where(eq(appraisals.slug, slug));
  return row && may.see(ctx.actor, row.appraisal) ? row : null;
}

/** The appraisal at this address as staff see it, or null. */
export async function findForStaff(ctx: Ctx, slug: string): Promise<AppraisalSeen | null> {
  return may.work(ctx.actor) ? findAppraisal(ctx, slug) : null;
}

/** The appraisal's row alone, whoever asks; verbs judge what the actor may do with it. */
export async function findAppraisalRow(
  ctx: Ctx,
  by: { slug: string } | { id: string } | { code: string },
): Promise<AppraisalRow | null> {
  const where =
    "slug" in by
      ? eq(appraisals.slug, by.slug)
      : "id" in by
        ? eq(appraisals.id, by.id)
        : and(eq(appraisals.roomCode, by.code), eq(appraisals.state, "scoring"));
  const [row] = await ctx.db.select().from(appraisals).where(where);
  return row ?? null;
}

/** The options of an appraisal in order. */
export async function listOptions(ctx: Ctx, appraisalId: string): Promise<OptionRow[]> {
  return ctx.db
    .select()
    .from(appraisalOptions)
    .where(eq(appraisalOptions.appraisalId, appraisalId))
    .orderBy(asc(appraisalOptions.position));
}

/** The criteria of an appraisal in order. */
export async function listCriteria(ctx: Ctx, appraisalId: string): Promise<CriterionRow[]> {
  return ctx.db
    .select()
    .from(appraisalCriteria)
    .where(eq(appraisalCriteria.appraisalId, appraisalId))
    .orderBy(asc(appraisalCriteria.position));
}

/** Weights that kinds of appraiser would have chosen. */
export async function listKindWeights(ctx: Ctx, appraisalId: string) {
  return ctx.db
    .select({ kind: appraisalKindWeights.kind, weights: appraisalKindWeights.weights })
    .from(appraisalKindWeights)
    .where(eq(appraisalKindWeights.appraisalId, appraisalId))
    .orderBy(asc(appraisalKindWeights.kind));
}

/** Weights that were changed after scoring had opened, the first change first. */
export async function listWeightChanges(ctx: Ctx, appraisalId: string) {
  return ctx.db
    .select()
    .from(appraisalWeightChanges)
    .where(eq(appraisalWeightChanges.appraisalId, appraisalId))
    .orderBy(asc(appraisalWeightChanges.at), asc(appraisalWeightChanges.id));
}

/** What was decided after an appraisal, or null. */
export async function findSettled(ctx: Ctx, appraisalId: string): Promise<SettledRow | null> {
  const [row] = await ctx.db
    .select()
    .from(appraisalDecisions)
    .where(eq(appraisalDecisions.appraisalId, appraisalId));
  return row ?? null;
}

/** What was put right after publication, the first first. */
export async function listCorrections(ctx: Ctx, appraisalId: string) {
  return ctx.db
    .select()
    .from(appraisalCorrections)
    .where(eq(appraisalCorrections.appraisalId, appraisalId))
    .orderBy(asc(appraisalCorrections.at), asc(appraisalCorrections.id));
}

const PAGE = 20;

/** One page of appraisals that the actor may see, the last held first. */
export async function listAppraisals(ctx: Ctx, page = 1) {
  const where = may.work(ctx.actor) ? undefined : ne(appraisals.state, "draft");
  const [counted] = await ctx.db.select({ n: count() }).from(appraisals).where(where);
  const pages = Math.max(1, Math.ceil((counted?.n ?? 0) / PAGE));
  const at = Math.min(Math.max(1, page), pages);
  const rows = await selectSeen(ctx)
    .where(where)
    .orderBy(desc(appraisals.heldDay), asc(appraisals.id))
    .limit(PAGE)
    .offset((at - 1) * PAGE);
  return { appraisals: rows, total: counted?.n ?? 0, page: at, pages };
}

/** Published appraisals with their results, the last held first, for programs. */
export async function listPublished(ctx: Ctx): Promise<AppraisalRow[]> {
  return ctx.db
    .select()
    .from(appraisals)
    .where(eq(appraisals.state, "published"))
    .orderBy(desc(appraisals.heldDay), asc(appraisals.id))
    .limit(200);
}

/** Addresses of all appraisals that everyone may see, for the site map. */
export async function listAppraisalSlugs(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db
    .select({ slug: appraisals.slug })
    .from(appraisals)
    .where(ne(appraisals.state, "draft"))
    .orderBy(desc(appraisals.heldDay))
    .limit(5000);
  return rows.map((row) => row.slug);
}

/** Ids of all appraisals that everyone may see. */
export async function listPublicIds(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: appraisals.id })
    .from(appraisals)
    .where(ne(appraisals.state, "draft"))
    .orderBy(appraisals.id);
  return rows.map((row) => row.id);
}
