import { eq } from "drizzle-orm";
import { milestones } from "~/db/tables/commitments-milestones";
import { listNeighbourhoods } from "~/features/places/read.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { indexMilestone } from "./index-milestone.server";
import { may } from "./may";
import { findMilestoneRow } from "./read-milestones.server";
import { fieldsOf, milestoneEdit } from "./schema";
import { setNeeds } from "./set-needs.server";

/** Changes what a milestone says about itself and what it needs first. Never its baseline. Refuses a circle. */
export async function editMilestone(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "not_allowed">> {
  const parsed = milestoneEdit.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { neighbourhood, needs, ...facts } = parsed.data;
  return write(
    ctx,
    { locks: ["milestones"] },
    async (ctx): Promise<Awaited<ReturnType<typeof editMilestone>>> => {
      const row = await findMilestoneRow(ctx, slug);
      if (!row || !may.work(ctx.actor)) return { ok: false, reason: "missing" };
      if (!may.planMilestones(ctx.actor)) return { ok: false, reason: "not_allowed" };
      const near = (await listNeighbourhoods(ctx)).find((one) => one.slug === neighbourhood);
      await ctx.db
        .update(milestones)
        .set({ ...facts, neighbourhoodId: near?.id ?? null, changedAt: ctx.now })
        .where(eq(milestones.id, row.id));
      if (!(await setNeeds(ctx, row.id, needs))) {
        const circle = "It would need itself: one of these needs this milestone first";
        return { ok: false, reason: "invalid", fields: { needs: [circle] } };
      }
      await indexMilestone(ctx, row.id);
      await audit(ctx, "commitments.milestone_edited", { kind: "milestone", id: row.id });
      return { ok: true };
    },
  );
}
