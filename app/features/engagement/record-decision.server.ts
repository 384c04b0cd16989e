import { eq } from "drizzle-orm";
import { consultations } from "~/db/tables/engagement";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { missingToDecide } from "./gate";
import { refusalOf } from "./may";
import type { NotReady } from "./open-activity.server";
import { type ConsultationRow, findActivityRow, findConsultation } from "./read.server";
import { decisionForm, fieldsOf } from "./schema";

/**
 * Writes down what was decided after a consultation, once. Refuses it before answers have closed, and
 * before it is written down how they were considered and who read the equality analysis beforehand.
 */
export async function recordDecision(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<{ ok: true } | NotReady | Refusal<"invalid" | "missing" | "not_allowed" | "over">> {
  const parsed = decisionForm.safeParse(typed);
  const found = await findActivityRow(ctx, { slug });
  if (!found) return { ok: false, reason: "missing" };
  return write(
    ctx,
    { locks: [`activity:${found.id}`] },
    async (ctx): Promise<Awaited<ReturnType<typeof recordDecision>>> => {
      const activity = await findActivityRow(ctx, { id: found.id });
      const refused = refusalOf(ctx.actor, activity, "decide");
      const consultation = await findConsultation(ctx, found.id);
      if (!activity || refused || !consultation) return { ok: false, reason: refused ?? "missing" };
      if (consultation.decidedDay || ["done", "cancelled"].includes(activity.state)) {
        return { ok: false, reason: "over" };
      }
      const today = dayOf(ctx.now);
      const missing = missingToDecide(activity, consultation, today);
      // What is missing is said before what was mistyped: typing it right would not help.
      if (missing.length > 0) return { ok: false, reason: "not_ready", missing };
      if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
      const fields = wrongDay(parsed.data.decidedDay, activity.closesDay, consultation, today);
      if (fields) return { ok: false, reason: "invalid", fields };
      await ctx.db.update(consultations).set(parsed.data).where(eq(consultations.activityId, activity.id));
      await audit(ctx, "engagement.decided", { kind: "activity", id: activity.id });
      return { ok: true };
    },
  );
}

function wrongDay(
  decided: string,
  closed: string,
  { equalityReadDay }: ConsultationRow,
  today: string,
): Record<string, string[]> | null {
  if (decided > today) return { decidedDay: ["Write it down once it is decided: this day is still to come"] };
  if (decided <= closed) return { decidedDay: ["The decision must come after answers closed"] };
  if (equalityReadDay && decided < equalityReadDay) {
    return { decidedDay: ["The equality analysis must have been read by then: check the two days"] };
  }
  return null;
}
