import { and, eq } from "drizzle-orm";
import { activityReps } from "~/db/tables/engagement";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { refusalOf } from "./may";
import { findActivityRow } from "./read.server";

/** Takes it back: the representative meets a missing page from now on. */
export async function removeRep(
  ctx: Ctx,
  { slug, accountId }: { slug: string; accountId: string },
): Promise<{ ok: true } | Refusal<"missing" | "not_allowed">> {
  const found = await findActivityRow(ctx, { slug });
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`activity:${found.id}`] }, async (ctx) => {
    const activity = await findActivityRow(ctx, { id: found.id });
    const refused = refusalOf(ctx.actor, activity, "edit");
    if (!activity || refused) return { ok: false, reason: refused ?? "missing" };
    const gone = await ctx.db
      .delete(activityReps)
      .where(and(eq(activityReps.activityId, activity.id), eq(activityReps.accountId, accountId)))
      .returning({ id: activityReps.accountId });
    if (gone.length === 0) return { ok: false, reason: "missing" };
    await audit(ctx, "engagement.rep_removed", { kind: "activity", id: activity.id }, { account: accountId });
    return { ok: true };
  });
}
