import { eq } from "drizzle-orm";
import { consultations } from "~/db/tables/engagement";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { refusalOf } from "./may";
import { findActivityRow, findConsultation } from "./read.server";
import { isClosed } from "./rules";
import { consideredForm, fieldsOf } from "./schema";

/**
 * Writes down how the answers to a consultation were considered, and who read the equality analysis before
 * deciding. Refuses it while answers can still come in, and once it is decided.
 */
export async function considerAnswers(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "not_allowed" | "still_open" | "over">> {
  const parsed = consideredForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const said = parsed.data;
  const found = await findActivityRow(ctx, { slug });
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`activity:${found.id}`] }, async (ctx) => {
    const activity = await findActivityRow(ctx, { id: found.id });
    const refused = refusalOf(ctx.actor, activity, "decide");
    const consultation = await findConsultation(ctx, found.id);
    if (!activity || refused || !consultation) return { ok: false, reason: refused ?? "missing" };
    const today = dayOf(ctx.now);
    if (consultation.decidedDay || activity.state === "cancelled") return { ok: false, reason: "over" };
    if (activity.state !== "open" || !isClosed(activity, today)) return { ok: false, reason: "still_open" };
    const fields = wrongDay(said.equalityReadDay, consultation.equalityDay, today);
    if (fields) return { ok: false, reason: "invalid", fields };
    await ctx.db.update(consultations).set(said).where(eq(consultations.activityId, activity.id));
    await audit(
      ctx,
      "engagement.considered",
      { kind: "activity", id: activity.id },
      { answers: said.answersReceived },
    );
    return { ok: true };
  });
}

function wrongDay(read: string, made: string | null, today: string): Record<string, string[]> | null {
  if (read > today) return { equalityReadDay: ["They can’t have read it on a day that is still to come"] };
  if (made && read < made) return { equalityReadDay: ["They can’t have read it before it was made"] };
  return null;
}
