import { eq } from "drizzle-orm";
import { activities } from "~/db/tables/engagement";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { indexActivity } from "./index-activity.server";
import { refusalOf } from "./may";
import { findActivityRow } from "./read.server";

/** Puts a draft on the page of what is coming up, for everyone it is for. Doing it twice changes nothing. */
export async function announceActivity(
  ctx: Ctx,
  { slug }: { slug: string },
): Promise<{ ok: true; already: boolean } | Refusal<"missing" | "not_allowed">> {
  const found = await findActivityRow(ctx, { slug });
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`activity:${found.id}`] }, async (ctx) => {
    const activity = await findActivityRow(ctx, { id: found.id });
    const refused = refusalOf(ctx.actor, activity, "edit");
    if (!activity || refused) return { ok: false, reason: refused ?? "missing" };
    if (activity.state !== "draft") return { ok: true, already: true };
    await ctx.db
      .update(activities)
      .set({ state: "planned", announcedAt: ctx.now })
      .where(eq(activities.id, activity.id));
    await indexActivity(ctx, activity.id);
    await audit(ctx, "engagement.announced", { kind: "activity", id: activity.id }, { kind: activity.kind });
    return { ok: true, already: false };
  });
}
