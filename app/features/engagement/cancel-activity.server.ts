import { eq } from "drizzle-orm";
import { activities } from "~/db/tables/engagement";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { indexActivity } from "./index-activity.server";
import { refusalOf } from "./may";
import { findActivityRow } from "./read.server";
import { cancelForm, fieldsOf } from "./schema";

/** Calls an activity off, with a reason that its page gives. Refuses drafts, which are thrown away, and what is done. */
export async function cancelActivity(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "not_allowed" | "draft" | "over">> {
  const parsed = cancelForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const found = await findActivityRow(ctx, { slug });
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`activity:${found.id}`] }, async (ctx) => {
    const activity = await findActivityRow(ctx, { id: found.id });
    const refused = refusalOf(ctx.actor, activity, "edit");
    if (!activity || refused) return { ok: false, reason: refused ?? "missing" };
    if (activity.state === "draft") return { ok: false, reason: "draft" };
    if (activity.state === "done") return { ok: false, reason: "over" };
    if (activity.state === "cancelled") return { ok: true };
    await ctx.db
      .update(activities)
      .set({ state: "cancelled", cancelledAt: ctx.now, cancelReason: parsed.data.reason })
      .where(eq(activities.id, activity.id));
    await indexActivity(ctx, activity.id);
    await audit(ctx, "engagement.cancelled", { kind: "activity", id: activity.id });
    return { ok: true };
  });
}
