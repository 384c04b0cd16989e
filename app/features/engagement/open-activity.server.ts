import { eq } from "drizzle-orm";
import { activities } from "~/db/tables/engagement";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { type Missing, missingToOpen } from "./gate";
import { indexActivity } from "./index-activity.server";
import { refusalOf } from "./may";
import { findActivityRow, findConsultation, getPeriods } from "./read.server";

/** Why something can't be done yet: what is missing, and where each thing is put right. */
export type NotReady = { ok: false; reason: "not_ready"; missing: Missing[] };

/**
 * Opens an activity: answers are taken from its first day to its last. Refuses one that does not say what
 * is at stake, and a formal consultation without its conditions, naming everything that is missing.
 */
export async function openActivity(
  ctx: Ctx,
  { slug }: { slug: string },
): Promise<{ ok: true; already: boolean } | NotReady | Refusal<"missing" | "not_allowed" | "over">> {
  const found = await findActivityRow(ctx, { slug });
  if (!found) return { ok: false, reason: "missing" };
  return write(
    ctx,
    { locks: [`activity:${found.id}`] },
    async (ctx): Promise<Awaited<ReturnType<typeof openActivity>>> => {
      const activity = await findActivityRow(ctx, { id: found.id });
      const refused = refusalOf(ctx.actor, activity, "edit");
      if (!activity || refused) return { ok: false, reason: refused ?? "missing" };
      if (activity.state === "open") return { ok: true, already: true };
      if (activity.state === "done" || activity.state === "cancelled") return { ok: false, reason: "over" };
      const conditions = await findConsultation(ctx, activity.id);
      const missing = missingToOpen(activity, conditions, await getPeriods(ctx), dayOf(ctx.now));
      if (missing.length > 0) return { ok: false, reason: "not_ready", missing };
      await ctx.db
        .update(activities)
        .set({ state: "open", openedAt: ctx.now, announcedAt: activity.announcedAt ?? ctx.now })
        .where(eq(activities.id, activity.id));
      await indexActivity(ctx, activity.id);
      await audit(ctx, "engagement.opened", { kind: "activity", id: activity.id }, { kind: activity.kind });
      return { ok: true, already: false };
    },
  );
}
