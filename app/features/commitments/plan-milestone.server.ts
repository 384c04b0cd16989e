import { milestoneActs, milestones } from "~/db/tables/commitments-milestones";
import { listNeighbourhoods } from "~/features/places/read.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { dayOf } from "~/platform/london";
import { slugOf, untaken } from "~/platform/slugs";
import { indexMilestone } from "./index-milestone.server";
import { may } from "./may";
import { findMilestoneRow } from "./read-milestones.server";
import { fieldsOf, milestoneForm } from "./schema";
import { setNeeds } from "./set-needs.server";

/** Writes a planned step down, public at once. Its baseline stays what it is from then on; what moves is the forecast. */
export async function planMilestone(
  ctx: Ctx,
  { typed }: { typed: unknown },
): Promise<{ ok: true; slug: string } | Refusal<"invalid" | "not_allowed">> {
  const parsed = milestoneForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { neighbourhood, needs, ...facts } = parsed.data;
  return write(
    ctx,
    { locks: ["milestones"] },
    async (ctx): Promise<Awaited<ReturnType<typeof planMilestone>>> => {
      if (!may.planMilestones(ctx.actor)) return { ok: false, reason: "not_allowed" };
      const id = newId();
      const near = (await listNeighbourhoods(ctx)).find((one) => one.slug === neighbourhood);
      const slug = await untaken(
        slugOf(facts.title, "milestone"),
        async (one) => (await findMilestoneRow(ctx, one)) !== null,
      );
      const now = { createdAt: ctx.now, changedAt: ctx.now };
      const status = "planned" as const;
      await ctx.db
        .insert(milestones)
        .values({ ...facts, ...now, id, slug, status, neighbourhoodId: near?.id ?? null });
      await ctx.db.insert(milestoneActs).values({
        milestoneId: id,
        position: 1,
        day: dayOf(ctx.now),
        at: ctx.now,
        status,
        reason: "",
      });
      await setNeeds(ctx, id, needs);
      await indexMilestone(ctx, id);
      await audit(ctx, "commitments.milestone_planned", { kind: "milestone", id });
      return { ok: true, slug };
    },
  );
}
