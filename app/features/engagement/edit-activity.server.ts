import { eq } from "drizzle-orm";
import { activities, consultations } from "~/db/tables/engagement";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { missingToOpen } from "./gate";
import { indexActivity } from "./index-activity.server";
import { may, refusalOf } from "./may";
import { type ActivityFacts, NOT_YOURS, prepareActivity } from "./prepare-activity.server";
import { type ActivityRow, findActivityRow, findConsultation, getPeriods } from "./read.server";
import { isClosed, isFormal } from "./rules";

/**
 * Changes what an activity is, whom it is for, who leads it and when. Once it is announced its kind stays;
 * once answers have closed its days stay; and an open one keeps every condition that it opened with.
 */
export async function editActivity(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "not_allowed" | "over">> {
  const prepared = await prepareActivity(ctx, typed);
  const found = await findActivityRow(ctx, { slug });
  const refused = refusalOf(ctx.actor, found, "edit");
  if (!found || refused) return { ok: false, reason: refused ?? "missing" };
  if (!prepared.ok) return prepared;
  const { facts } = prepared;
  return write(
    ctx,
    { locks: [`activity:${found.id}`] },
    async (ctx): Promise<Awaited<ReturnType<typeof editActivity>>> => {
      const activity = await findActivityRow(ctx, { id: found.id });
      if (!activity) return { ok: false, reason: "missing" };
      if (activity.state === "done" || activity.state === "cancelled") return { ok: false, reason: "over" };
      if (!may.edit(ctx.actor, facts)) {
        return { ok: false, reason: "invalid", fields: { neighbourhood: [NOT_YOURS] } };
      }
      const fields = await wrongNow(ctx, activity, facts);
      if (fields) return { ok: false, reason: "invalid", fields };
      await ctx.db.update(activities).set(facts).where(eq(activities.id, activity.id));
      await keepConditions(ctx, activity, facts);
      await indexActivity(ctx, activity.id);
      await audit(ctx, "engagement.activity_changed", { kind: "activity", id: activity.id });
      return { ok: true };
    },
  );
}

/** A draft that becomes or ceases to be formal gets or loses its conditions. */
async function keepConditions(ctx: Ctx, before: ActivityRow, after: ActivityFacts): Promise<void> {
  if (isFormal(before) === isFormal(after)) return;
  if (isFormal(after)) await ctx.db.insert(consultations).values({ activityId: before.id });
  else await ctx.db.delete(consultations).where(eq(consultations.activityId, before.id));
}

/** What can't be said of this activity as it stands, by field; null when all is well. */
async function wrongNow(
  ctx: Ctx,
  activity: ActivityRow,
  facts: ActivityFacts,
): Promise<Record<string, string[]> | null> {
  const today = dayOf(ctx.now);
  if (activity.state !== "draft" && facts.kind !== activity.kind) {
    return { kind: ["People have been told what kind it is, so that has to stay"] };
  }
  if (activity.state !== "open") return null;
  const moved = facts.opensDay !== activity.opensDay || facts.closesDay !== activity.closesDay;
  if (isClosed(activity, today)) {
    return moved ? { closesDay: ["Answers closed on their last day, so the days have to stay"] } : null;
  }
  if (facts.closesDay < today) return { closesDay: ["Choose a last day that is not in the past"] };
  const opened = dayOf(activity.openedAt ?? ctx.now);
  const conditions = await findConsultation(ctx, activity.id);
  const missing = missingToOpen({ ...activity, ...facts }, conditions, await getPeriods(ctx), opened);
  const [first] = missing;
  return first ? { closesDay: [first.text] } : null;
}
