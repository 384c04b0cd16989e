import { eq } from "drizzle-orm";
import {
  appraisalCriteria,
  appraisalKindWeights,
  appraisalOptions,
  appraisals,
} from "~/db/tables/appraisals";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { refusalNow } from "./may";
import { findAppraisalRow } from "./read.server";

/** Deletes a draft. What people have scored stays. */
export async function discardAppraisal(
  ctx: Ctx,
  { slug }: { slug: string },
): Promise<{ ok: true } | Refusal<"missing" | "not_allowed" | "over">> {
  return write(
    ctx,
    { locks: [`appraisal:${slug}`] },
    async (ctx): Promise<Awaited<ReturnType<typeof discardAppraisal>>> => {
      const appraisal = await findAppraisalRow(ctx, { slug });
      const refused = refusalNow(ctx.actor, appraisal, ["draft"]);
      if (!appraisal || refused) return { ok: false, reason: refused ?? "missing" };
      const { id } = appraisal;
      await ctx.db.delete(appraisalOptions).where(eq(appraisalOptions.appraisalId, id));
      await ctx.db.delete(appraisalCriteria).where(eq(appraisalCriteria.appraisalId, id));
      await ctx.db.delete(appraisalKindWeights).where(eq(appraisalKindWeights.appraisalId, id));
      await ctx.db.delete(appraisals).where(eq(appraisals.id, id));
      await audit(ctx, "appraisals.discarded", { kind: "appraisal", id });
      return { ok: true };
    },
  );
}
