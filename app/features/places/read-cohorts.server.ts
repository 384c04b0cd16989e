import { asc, eq } from "drizzle-orm";
import { cohorts } from "~/db/tables/places";
import type { Ctx } from "~/platform/context.server";

/** A cohort's row. */
export type Cohort = typeof cohorts.$inferSelect;

/** The cohort with this slug, a retired one too, or null. */
export async function findCohort(ctx: Ctx, slug: string): Promise<Cohort | null> {
  const [row] = await ctx.db.select().from(cohorts).where(eq(cohorts.slug, slug));
  return row ?? null;
}

/** Every cohort in the order in which they were added, retired ones too. */
export async function listCohorts(ctx: Ctx): Promise<Cohort[]> {
  return ctx.db.select().from(cohorts).orderBy(asc(cohorts.position));
}
