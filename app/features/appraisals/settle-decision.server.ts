import { eq } from "drizzle-orm";
import { decisions } from "~/db/tables/appraisals-decisions";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { indexDecision } from "./index-decision.server";
import { refusalOf } from "./may";
import { findAppraisalOf, findDecision } from "./read-decisions.server";
import { fieldsOf, outcomeForm } from "./schema";

/**
 * Writes down what was decided and why, once. Refuses a day to come, and a decision after an appraisal: that is
 * written down there, with its conditions.
 */
export async function settleDecision(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "not_allowed" | "over">> {
  const parsed = outcomeForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  if (parsed.data.decidedDay > dayOf(ctx.now)) {
    const fields = { decidedDay: ["Write it down once it is decided: this day is still to come"] };
    return { ok: false, reason: "invalid", fields };
  }
  return write(
    ctx,
    { locks: [`decision:${slug}`] },
    async (ctx): Promise<Awaited<ReturnType<typeof settleDecision>>> => {
      const decision = (await findDecision(ctx, slug))?.decision ?? null;
      const refused = refusalOf(ctx.actor, decision);
      if (!decision || refused) return { ok: false, reason: refused ?? "missing" };
      const over = decision.decidedDay || decision.withdrawnDay || (await findAppraisalOf(ctx, decision.id));
      if (over) return { ok: false, reason: "over" };
      await settleAs(ctx, decision.id, parsed.data);
      return { ok: true };
    },
  );
}

/** Writes an outcome into the log, inside a write that locks the decision or its appraisal. */
export async function settleAs(
  ctx: Ctx,
  id: string,
  outcome: { outcome: string; reasons: string; decidedDay: string },
): Promise<void> {
  await ctx.db.update(decisions).set(outcome).where(eq(decisions.id, id));
  await indexDecision(ctx, id);
  await audit(ctx, "appraisals.decision_settled", { kind: "decision", id }, { day: outcome.decidedDay });
}
