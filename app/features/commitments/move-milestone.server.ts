import { desc, eq } from "drizzle-orm";
import { milestoneActs, milestones } from "~/db/tables/commitments-milestones";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { may } from "./may";
import { findMilestoneRow } from "./read-milestones.server";
import { fieldsOf, milestoneMove } from "./schema";

/**
 * Says how a milestone stands from today on: its status, its forecast, or the day it was reached, with the
 * reason for everyone to read. What it was before stays in its history; the baseline stays in any case.
 */
export async function moveMilestone(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "not_allowed">> {
  const parsed = milestoneMove.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { reason, ...moved } = parsed.data;
  return write(
    ctx,
    { locks: ["milestones"] },
    async (ctx): Promise<Awaited<ReturnType<typeof moveMilestone>>> => {
      const row = await findMilestoneRow(ctx, slug);
      if (!row || !may.work(ctx.actor)) return { ok: false, reason: "missing" };
      if (!may.planMilestones(ctx.actor)) return { ok: false, reason: "not_allowed" };
      const today = dayOf(ctx.now);
      if (moved.actualDay && moved.actualDay > today) {
        return { ok: false, reason: "invalid", fields: { actualDay: ["That day is still to come"] } };
      }
      const [last] = await ctx.db
        .select({ position: milestoneActs.position })
        .from(milestoneActs)
        .where(eq(milestoneActs.milestoneId, row.id))
        .orderBy(desc(milestoneActs.position))
        .limit(1);
      const position = (last?.position ?? 0) + 1;
      await ctx.db
        .insert(milestoneActs)
        .values({ ...moved, milestoneId: row.id, position, day: today, at: ctx.now, reason });
      await ctx.db
        .update(milestones)
        .set({ ...moved, changedAt: ctx.now })
        .where(eq(milestones.id, row.id));
      await audit(
        ctx,
        "commitments.milestone_moved",
        { kind: "milestone", id: row.id },
        { status: moved.status },
      );
      return { ok: true };
    },
  );
}
