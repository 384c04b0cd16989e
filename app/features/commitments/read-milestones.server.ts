import { asc, eq } from "drizzle-orm";
import {
  milestoneActs,
  milestoneDates,
  milestoneNeeds,
  milestones,
} from "~/db/tables/commitments-milestones";
import { neighbourhoods } from "~/db/tables/places";
import type { Ctx } from "~/platform/context.server";

/** A milestone's row. */
export type MilestoneRow = typeof milestones.$inferSelect;
/** A date that a paper gives for one. */
export type DateRow = typeof milestoneDates.$inferSelect;
/** One change of one. */
export type MilestoneActRow = typeof milestoneActs.$inferSelect;

/** A milestone with its sourced dates and what it needs first. */
export type MilestoneSeen = {
  milestone: MilestoneRow;
  neighbourhood: { slug: string; name: string } | null;
  dates: DateRow[];
  needs: { slug: string; title: string }[];
};

/** The milestone's row alone, for verbs. */
export async function findMilestoneRow(ctx: Ctx, slug: string): Promise<MilestoneRow | null> {
  const [row] = await ctx.db.select().from(milestones).where(eq(milestones.slug, slug));
  return row ?? null;
}

/** The same by its id. */
export async function findMilestoneById(ctx: Ctx, id: string): Promise<MilestoneRow | null> {
  const [row] = await ctx.db.select().from(milestones).where(eq(milestones.id, id));
  return row ?? null;
}

/** Every milestone in the order of its baseline, with dates and needs: a programme has tens of them. */
export async function listMilestones(ctx: Ctx): Promise<MilestoneSeen[]> {
  const rows = await ctx.db
    .select({
      milestone: milestones,
      neighbourhood: { slug: neighbourhoods.slug, name: neighbourhoods.name },
    })
    .from(milestones)
    .leftJoin(neighbourhoods, eq(neighbourhoods.id, milestones.neighbourhoodId))
    .orderBy(asc(milestones.baselineTo), asc(milestones.slug));
  const dates = await ctx.db
    .select()
    .from(milestoneDates)
    .orderBy(asc(milestoneDates.statedDay), asc(milestoneDates.id));
  const needs = await listNeeds(ctx);
  const titles = new Map(rows.map(({ milestone }) => [milestone.id, milestone]));
  return rows.map(({ milestone, neighbourhood }) => ({
    milestone,
    neighbourhood,
    dates: dates.filter((one) => one.milestoneId === milestone.id),
    needs: needs
      .filter((one) => one.milestoneId === milestone.id)
      .flatMap(({ needsId }) => titles.get(needsId) ?? [])
      .map(({ slug, title }) => ({ slug, title })),
  }));
}

/** A milestone with everything, what needs it, and its history; null when there is none. */
export async function findMilestone(ctx: Ctx, slug: string) {
  const all = await listMilestones(ctx);
  const found = all.find(({ milestone }) => milestone.slug === slug);
  if (!found) return null;
  const acts = await ctx.db
    .select()
    .from(milestoneActs)
    .where(eq(milestoneActs.milestoneId, found.milestone.id))
    .orderBy(asc(milestoneActs.position));
  const neededBy = all
    .filter(({ needs }) => needs.some((one) => one.slug === slug))
    .map(({ milestone }) => ({ slug: milestone.slug, title: milestone.title }));
  return { ...found, acts, neededBy };
}

/** Which milestone needs which. */
export async function listNeeds(ctx: Ctx) {
  return ctx.db.select().from(milestoneNeeds).orderBy(asc(milestoneNeeds.needsId));
}

/** Every slug, for the site map. */
export async function listMilestoneSlugs(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db.select({ slug: milestones.slug }).from(milestones).orderBy(asc(milestones.slug));
  return rows.map((row) => row.slug);
}

/** The id of every milestone, for search. */
export async function listMilestoneIds(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db.select({ id: milestones.id }).from(milestones).orderBy(asc(milestones.id));
  return rows.map(({ id }) => id);
}
