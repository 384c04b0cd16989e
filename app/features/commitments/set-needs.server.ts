import { eq, inArray } from "drizzle-orm";
import { milestoneNeeds, milestones } from "~/db/tables/commitments-milestones";
import type { Ctx } from "~/platform/context.server";
import { wouldCircle } from "./milestone";
import { listNeeds } from "./read-milestones.server";

/**
 * Sets what a milestone needs first, by slugs; unknown ones are left out. False, and nothing changed, where
 * it would come to need itself. Belongs inside a write.
 */
export async function setNeeds(ctx: Ctx, milestoneId: string, slugs: readonly string[]): Promise<boolean> {
  const rows =
    slugs.length === 0
      ? []
      : await ctx.db
          .select({ needsId: milestones.id })
          .from(milestones)
          .where(inArray(milestones.slug, [...slugs]));
  const others = (await listNeeds(ctx)).filter((one) => one.milestoneId !== milestoneId);
  const wanted = rows.map((row) => row.needsId);
  if (wouldCircle(milestoneId, wanted, others)) return false;
  await ctx.db.delete(milestoneNeeds).where(eq(milestoneNeeds.milestoneId, milestoneId));
  if (rows.length > 0) {
    await ctx.db.insert(milestoneNeeds).values(rows.map(({ needsId }) => ({ milestoneId, needsId })));
  }
  return true;
}
