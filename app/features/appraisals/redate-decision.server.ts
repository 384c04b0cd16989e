import { eq } from "drizzle-orm";
import { decisionDates, decisions } from "~/db/tables/appraisals-decisions";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { dayOf } from "~/platform/london";
import { indexDecision } from "./index-decision.server";
import { refusalOf } from "./may";
import { findDecision } from "./read-decisions.server";
import { fieldsOf, redateForm } from "./schema";

/** Moves the day of a decision, with the reason; the first day stays to be read. Refuses a day that is over. */
export async function redateDecision(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "not_allowed" | "over">> {
  const parsed = redateForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { dueDay, reason } = parsed.data;
  return write(
    ctx,
    { locks: [`decision:${slug}`] },
    async (ctx): Promise<Awaited<ReturnType<typeof redateDecision>>> => {
      const decision = (await findDecision(ctx, slug))?.decision ?? null;
      const refused = refusalOf(ctx.actor, decision);
      if (!decision || refused) return { ok: false, reason: refused ?? "missing" };
      if (decision.decidedDay || decision.withdrawnDay) return { ok: false, reason: "over" };
      const wrong =
        dueDay === decision.dueDay
          ? "That is the day that stands there already"
          : dueDay < dayOf(ctx.now) && "Choose a day that is still to come";
      if (wrong) return { ok: false, reason: "invalid", fields: { dueDay: [wrong] } };
      const { id: decisionId, dueDay: fromDay } = decision;
      await ctx.db.update(decisions).set({ dueDay }).where(eq(decisions.id, decisionId));
      await ctx.db
        .insert(decisionDates)
        .values({ id: newId(), decisionId, fromDay, toDay: dueDay, reason, at: ctx.now });
      await indexDecision(ctx, decisionId);
      await audit(
        ctx,
        "appraisals.decision_redated",
        { kind: "decision", id: decisionId },
        { from: fromDay, to: dueDay },
      );
      return { ok: true };
    },
  );
}
