import { eq } from "drizzle-orm";
import { decisions } from "~/db/tables/appraisals-decisions";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { indexDecision } from "./index-decision.server";
import { refusalOf } from "./may";
import { findAppraisalOf, findDecision } from "./read-decisions.server";
import { fieldsOf, withdrawForm } from "./schema";

/** Says that nobody needs to decide something any more, and why; it stays in the log. */
export async function withdrawDecision(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "not_allowed" | "over">> {
  const parsed = withdrawForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  return write(
    ctx,
    { locks: [`decision:${slug}`] },
    async (ctx): Promise<Awaited<ReturnType<typeof withdrawDecision>>> => {
      const decision = (await findDecision(ctx, slug))?.decision ?? null;
      const refused = refusalOf(ctx.actor, decision);
      if (!decision || refused) return { ok: false, reason: refused ?? "missing" };
      const { id } = decision;
      const over = decision.decidedDay || decision.withdrawnDay || (await findAppraisalOf(ctx, id));
      if (over) return { ok: false, reason: "over" };
      const said = { withdrawnReason: parsed.data.reason, withdrawnDay: dayOf(ctx.now) };
      await ctx.db.update(decisions).set(said).where(eq(decisions.id, id));
      await indexDecision(ctx, id);
      await audit(ctx, "appraisals.decision_withdrawn", { kind: "decision", id });
      return { ok: true };
    },
  );
}
