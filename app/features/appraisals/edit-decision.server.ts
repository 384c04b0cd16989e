import { eq } from "drizzle-orm";
import { decisions } from "~/db/tables/appraisals-decisions";
import { findNeighbourhood } from "~/features/places/read.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { indexDecision } from "./index-decision.server";
import { may } from "./may";
import { findDecision } from "./read-decisions.server";
import { decisionChangeForm, fieldsOf } from "./schema";

/** Changes the words of a decision that is still to be taken. Its day is moved by `redateDecision` alone. */
export async function editDecision(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "not_allowed" | "over">> {
  const parsed = decisionChangeForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { neighbourhood, ...said } = parsed.data;
  const near = neighbourhood ? await findNeighbourhood(ctx, neighbourhood) : null;
  if (neighbourhood && !near) {
    return {
      ok: false,
      reason: "invalid",
      fields: { neighbourhood: ["Choose a neighbourhood of the list"] },
    };
  }
  return write(ctx, { locks: [`decision:${slug}`] }, async (ctx) => {
    if (!may.work(ctx.actor)) return { ok: false, reason: "missing" };
    const decision = (await findDecision(ctx, slug))?.decision;
    if (!decision) return { ok: false, reason: "missing" };
    const neighbourhoodId = near?.id ?? null;
    if (!may.edit(ctx.actor, decision) || !may.edit(ctx.actor, { neighbourhoodId }))
      return { ok: false, reason: "not_allowed" };
    if (decision.decidedDay || decision.withdrawnDay) return { ok: false, reason: "over" };
    await ctx.db
      .update(decisions)
      .set({ ...said, neighbourhoodId })
      .where(eq(decisions.id, decision.id));
    await indexDecision(ctx, decision.id);
    await audit(ctx, "appraisals.decision_changed", { kind: "decision", id: decision.id });
    return { ok: true };
  });
}
