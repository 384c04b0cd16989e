import { eq } from "drizzle-orm";
import { engagementPlans, engagementPlanVersions } from "~/db/tables/engagement";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { findPlan } from "./read.server";
import { fieldsOf, planChangeForm } from "./schema";

/** Makes the next version of a plan, with what changed and why; what it said before stays to be read. */
export async function editPlan(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<{ ok: true; version: number } | Refusal<"invalid" | "missing" | "not_allowed">> {
  const parsed = planChangeForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { reason, ...said } = parsed.data;
  return write(ctx, { locks: [`engagement-plan:${slug}`] }, async (ctx) => {
    if (!may.work(ctx.actor)) return { ok: false, reason: "missing" };
    if (!may.editPlan(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const plan = await findPlan(ctx, slug);
    if (!plan) return { ok: false, reason: "missing" };
    const version = plan.version + 1;
    await ctx.db
      .update(engagementPlans)
      .set({ ...said, version, changedAt: ctx.now })
      .where(eq(engagementPlans.id, plan.id));
    await ctx.db
      .insert(engagementPlanVersions)
      .values({ planId: plan.id, ...said, version, reason, madeAt: ctx.now });
    await audit(ctx, "engagement.plan_changed", { kind: "engagement-plan", id: plan.id }, { version });
    return { ok: true, version };
  });
}
