import { eq } from "drizzle-orm";
import { activities, consultations } from "~/db/tables/engagement";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { missingToOpen } from "./gate";
import { indexActivity } from "./index-activity.server";
import { refusalOf } from "./may";
import { factsOfPart, type SetOutPart } from "./parts";
import { findActivityRow, findConsultation, getPeriods } from "./read.server";
import { isClosed } from "./rules";
import { fieldsOf, setOutForms } from "./schema";

/**
 * Writes down one part of an activity: what is at stake, or one of a consultation's conditions. Nothing has
 * to be whole before it opens; afterwards nothing that it opened with can be taken away, and once answers
 * to a consultation have closed, its words stay as people answered them.
 */
export async function setOutActivity(
  ctx: Ctx,
  { slug, part, typed }: { slug: string; part: SetOutPart; typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "not_allowed" | "over">> {
  const parsed = setOutForms[part].safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const said = parsed.data;
  const found = await findActivityRow(ctx, { slug });
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`activity:${found.id}`] }, async (ctx) => {
    const activity = await findActivityRow(ctx, { id: found.id });
    const refused = refusalOf(ctx.actor, activity, "edit");
    if (!activity || refused) return { ok: false, reason: refused ?? "missing" };
    const today = dayOf(ctx.now);
    const consultation = await findConsultation(ctx, activity.id);
    if (factsOfPart(part).formal && !consultation) return { ok: false, reason: "missing" };
    if (activity.state === "done" || activity.state === "cancelled") return { ok: false, reason: "over" };
    if (consultation?.decidedDay) return { ok: false, reason: "over" };
    // People have answered what it said; only the day of the decision may still slip.
    if (consultation && part !== "formative" && activity.state === "open" && isClosed(activity, today)) {
      return { ok: false, reason: "over" };
    }
    if (activity.state === "open") {
      const after = consultation && { ...consultation, ...said };
      const opened = dayOf(activity.openedAt ?? ctx.now);
      const missing = missingToOpen({ ...activity, ...said }, after, await getPeriods(ctx), opened);
      const here = missing.filter((one) => one.part === part);
      if (here.length > 0) {
        const fields = Object.fromEntries(here.map((one) => [one.field, [one.text]]));
        return { ok: false, reason: "invalid", fields };
      }
    }
    if ("decisionAtStake" in said) {
      await ctx.db.update(activities).set(said).where(eq(activities.id, activity.id));
    } else {
      await ctx.db.update(consultations).set(said).where(eq(consultations.activityId, activity.id));
    }
    await indexActivity(ctx, activity.id);
    await audit(ctx, "engagement.activity_set_out", { kind: "activity", id: activity.id }, { part });
    return { ok: true };
  });
}
