import { eq } from "drizzle-orm";
import { appraisals } from "~/db/tables/appraisals";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { indexAppraisal } from "./index-appraisal.server";
import { refusalNow } from "./may";
import { type Missing, missingToPublish } from "./missing";
import { findAppraisalRow, findSettled } from "./read.server";
import { composeResult } from "./read-scores.server";
import { settleAs } from "./settle-decision.server";

/**
 * Publishes the result: its numbers are kept as they are now, and never counted anew. What was decided by then goes into
 * the decision log. Refuses a result without people, criteria, method or next step, naming all that is missing.
 */
export async function publishAppraisal(
  ctx: Ctx,
  { slug }: { slug: string },
): Promise<
  | { ok: true }
  | { ok: false; reason: "not_ready"; missing: Missing[] }
  | Refusal<"missing" | "not_allowed" | "over">
> {
  return write(
    ctx,
    { locks: [`appraisal:${slug}`] },
    async (ctx): Promise<Awaited<ReturnType<typeof publishAppraisal>>> => {
      const appraisal = await findAppraisalRow(ctx, { slug });
      const refused = refusalNow(ctx.actor, appraisal, ["closed"]);
      if (!appraisal || refused) return { ok: false, reason: refused ?? "missing" };
      const { id, decisionId } = appraisal;
      const result = await composeResult(ctx, id);
      const missing = missingToPublish(appraisal, result);
      if (missing.length > 0 || !result) return { ok: false, reason: "not_ready", missing };
      await ctx.db
        .update(appraisals)
        .set({ state: "published", publishedAt: ctx.now, result })
        .where(eq(appraisals.id, id));
      const settled = await findSettled(ctx, id);
      if (settled && decisionId) {
        const { decision: outcome, reasons, decidedDay } = settled;
        await settleAs(ctx, decisionId, { outcome, reasons, decidedDay });
      }
      await indexAppraisal(ctx, id);
      await audit(ctx, "appraisals.published", { kind: "appraisal", id }, { people: result.people });
      return { ok: true };
    },
  );
}
