import { eq } from "drizzle-orm";
import { activities, activityReps, consultations } from "~/db/tables/engagement";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { refusalOf } from "./may";
import { findActivityRow } from "./read.server";

/**
 * Throws a draft away that nobody but staff ever saw. Refuses what was
 * announced. Events and outreach that were part of it stay, and are part of nothing.
 */
export async function discardActivity(
  ctx: Ctx,
  { slug }: { slug: string },
): Promise<{ ok: true } | Refusal<"missing" | "not_allowed" | "announced">> {
  const found = await findActivityRow(ctx, { slug });
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`activity:${found.id}`] }, async (ctx) => {
    const activity = await findActivityRow(ctx, { id: found.id });
    const refused = refusalOf(ctx.actor, activity, "edit");
    if (!activity || refused) return { ok: false, reason: refused ?? "missing" };
    if (activity.state !== "draft") return { ok: false, reason: "announced" };
    await ctx.db.delete(activityReps).where(eq(activityReps.activityId, activity.id));
    await ctx.db.delete(consultations).where(eq(consultations.activityId, activity.id));
    await ctx.db.delete(activities).where(eq(activities.id, activity.id));
    await audit(ctx, "engagement.discarded", { kind: "activity", id: activity.id });
    return { ok: true };
  });
}
