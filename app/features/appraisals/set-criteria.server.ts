import { eq } from "drizzle-orm";
import { appraisalCriteria, appraisalKindWeights, appraisals } from "~/db/tables/appraisals";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import type { Typed } from "~/ui/typed";
import { criteriaIn } from "./criteria-form";
import { refusalNow } from "./may";
import { findAppraisalRow } from "./read.server";
import { agreedForm, fieldsOf } from "./schema";

/** Sets what options are judged by, with weights that add up to 100, who agreed them and how, and what kinds of
 * appraiser would have chosen. Refuses it once people score. */
export async function setCriteria(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: Typed },
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "not_allowed" | "over">> {
  const read = criteriaIn(typed);
  const agreed = agreedForm.safeParse(typed);
  if (!read.ok || !agreed.success) {
    const fields = { ...(read.ok ? {} : read.fields), ...(agreed.success ? {} : fieldsOf(agreed.error)) };
    return { ok: false, reason: "invalid", fields };
  }
  return write(
    ctx,
    { locks: [`appraisal:${slug}`] },
    async (ctx): Promise<Awaited<ReturnType<typeof setCriteria>>> => {
      const appraisal = await findAppraisalRow(ctx, { slug });
      const refused = refusalNow(ctx.actor, appraisal, ["draft"]);
      if (!appraisal || refused) return { ok: false, reason: refused ?? "missing" };
      const { id: appraisalId } = appraisal;
      await ctx.db.delete(appraisalCriteria).where(eq(appraisalCriteria.appraisalId, appraisalId));
      await ctx.db.delete(appraisalKindWeights).where(eq(appraisalKindWeights.appraisalId, appraisalId));
      const criteria = read.value.criteria.map((one, at) => ({
        id: newId(),
        appraisalId,
        position: at + 1,
        ...one,
      }));
      await ctx.db.insert(appraisalCriteria).values(criteria);
      const kinds = read.value.kinds.map((one) => ({ appraisalId, ...one }));
      if (kinds.length > 0) await ctx.db.insert(appraisalKindWeights).values(kinds);
      await ctx.db.update(appraisals).set(agreed.data).where(eq(appraisals.id, appraisalId));
      await audit(
        ctx,
        "appraisals.criteria_set",
        { kind: "appraisal", id: appraisalId },
        { criteria: criteria.length },
      );
      return { ok: true };
    },
  );
}
