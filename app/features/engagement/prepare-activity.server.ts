import type { activities } from "~/db/tables/engagement";
import { findNeighbourhood } from "~/features/places/read.server";
import type { Ctx, Refusal } from "~/platform/context.server";
import { findPlan } from "./read.server";
import { isColleague } from "./read-staff.server";
import { activityForm, fieldsOf } from "./schema";

/** What the form says about an activity, with ids in place of what was chosen. */
export type ActivityFacts = Pick<
  typeof activities.$inferSelect,
  | "title"
  | "summary"
  | "planId"
  | "kind"
  | "neighbourhoodId"
  | "audience"
  | "channel"
  | "plannedLevel"
  | "leadAccountId"
  | "leadRole"
  | "opensDay"
  | "closesDay"
>;

/** What a neighbourhood's own staff are told when they choose a place that is not theirs. */
export const NOT_YOURS = "Choose a neighbourhood that you organise activities for";

/** Checks the form of an activity and looks up all that it names, before any write begins. */
export async function prepareActivity(
  ctx: Ctx,
  typed: unknown,
): Promise<{ ok: true; facts: ActivityFacts } | Refusal<"invalid">> {
  const parsed = activityForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { plan, neighbourhood, lead, ...form } = parsed.data;
  const found = {
    plan: await findPlan(ctx, plan),
    neighbourhood: neighbourhood ? await findNeighbourhood(ctx, neighbourhood) : null,
    isLeadThere: lead.account === null || (await isColleague(ctx, lead.account)),
  };
  const fields: Record<string, string[]> = {};
  if (!found.plan) fields.plan = ["Choose a plan from the list"];
  if (neighbourhood && !found.neighbourhood) fields.neighbourhood = ["Choose a neighbourhood from the list"];
  if (!found.isLeadThere) fields.lead = ["Choose somebody who works here now"];
  if (!found.plan || Object.keys(fields).length > 0) return { ok: false, reason: "invalid", fields };
  return {
    ok: true,
    facts: {
      ...form,
      planId: found.plan.id,
      neighbourhoodId: found.neighbourhood?.id ?? null,
      leadAccountId: lead.account,
      leadRole: lead.role,
    },
  };
}
