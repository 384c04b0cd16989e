import { engagementPlans, engagementPlanVersions } from "~/db/tables/engagement";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { slugOf, untaken } from "~/platform/slugs";
import { may } from "./may";
import { findPlan } from "./read.server";
import { fieldsOf, planForm } from "./schema";

/** Makes a plan, in its first version. Refuses people who don't plan for the whole borough. */
export async function createPlan(
  ctx: Ctx,
  { typed, slug: wanted }: { typed: unknown; slug?: string },
): Promise<{ ok: true; id: string; slug: string } | Refusal<"invalid" | "not_allowed">> {
  const parsed = planForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  return write(ctx, { locks: ["engagement-slugs"] }, async (ctx) => {
    if (!may.editPlan(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const id = newId();
    const isTaken = async (one: string) => (await findPlan(ctx, one)) !== null;
    const slug = await untaken(slugOf(wanted ?? parsed.data.title, "plan"), isTaken);
    const said = { ...parsed.data, version: 1 };
    await ctx.db
      .insert(engagementPlans)
      .values({ id, slug, ...said, createdAt: ctx.now, changedAt: ctx.now });
    await ctx.db.insert(engagementPlanVersions).values({ planId: id, ...said, reason: "", madeAt: ctx.now });
    await audit(ctx, "engagement.plan_created", { kind: "engagement-plan", id });
    return { ok: true, id, slug };
  });
}
