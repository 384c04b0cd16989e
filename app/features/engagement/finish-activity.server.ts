import { eq } from "drizzle-orm";
import { activities } from "~/db/tables/engagement";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { lackOfDecision, type Missing } from "./gate";
import { indexActivity } from "./index-activity.server";
import { refusalOf } from "./may";
import type { NotReady } from "./open-activity.server";
import { findActivityRow, findConsultation } from "./read.server";
import { fieldsOf, outcomeForm } from "./schema";

/**
 * The lead says what happened and how much say people had, and the activity is done; saying it again
 * corrects it. Level 7 needs what shows it. Refuses everyone but the lead, one that never opened, and a
 * consultation that is not decided.
 */
export async function finishActivity(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<{ ok: true } | NotReady | Refusal<"invalid" | "missing" | "not_allowed" | "over">> {
  const parsed = outcomeForm.safeParse(typed);
  const found = await findActivityRow(ctx, { slug });
  if (!found) return { ok: false, reason: "missing" };
  return write(
    ctx,
    { locks: [`activity:${found.id}`] },
    async (ctx): Promise<Awaited<ReturnType<typeof finishActivity>>> => {
      const activity = await findActivityRow(ctx, { id: found.id });
      const refused = refusalOf(ctx.actor, activity, "finish");
      if (!activity || refused) return { ok: false, reason: refused ?? "missing" };
      if (activity.state === "cancelled") return { ok: false, reason: "over" };
      const missing = notYet(activity.state, activity.opensDay > dayOf(ctx.now));
      const consultation = await findConsultation(ctx, activity.id);
      if (consultation && !consultation.decidedDay) missing.push(lackOfDecision);
      if (missing.length > 0) return { ok: false, reason: "not_ready", missing };
      if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
      await ctx.db
        .update(activities)
        .set({ ...parsed.data, state: "done", doneAt: activity.doneAt ?? ctx.now })
        .where(eq(activities.id, activity.id));
      await indexActivity(ctx, activity.id);
      const level = parsed.data.achievedLevel;
      await audit(ctx, "engagement.finished", { kind: "activity", id: activity.id }, { level });
      return { ok: true };
    },
  );
}

function notYet(state: string, isToCome: boolean): Missing[] {
  const text = "Open it first: nobody has taken part yet";
  return state === "draft" || state === "planned" || (state === "open" && isToCome)
    ? [{ part: "open", field: "open", text }]
    : [];
}
