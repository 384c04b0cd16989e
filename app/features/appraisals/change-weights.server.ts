import { eq } from "drizzle-orm";
import { appraisalCriteria, appraisalWeightChanges } from "~/db/tables/appraisals";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import type { Typed } from "~/ui/typed";
import { weightsIn } from "./criteria-form";
import { refusalNow } from "./may";
import { findAppraisalRow, listCriteria } from "./read.server";
import { fieldsOf, weightReasonForm } from "./schema";

/** Changes weights after scoring has opened, with a reason; what they were stays to be read. Refuses it once the
 * result is published. */
export async function changeWeights(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: Typed },
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "not_allowed" | "over">> {
  const said = weightReasonForm.safeParse(typed);
  return write(
    ctx,
    { locks: [`appraisal:${slug}`] },
    async (ctx): Promise<Awaited<ReturnType<typeof changeWeights>>> => {
      const appraisal = await findAppraisalRow(ctx, { slug });
      const refused = refusalNow(ctx.actor, appraisal, ["scoring", "closed"]);
      if (!appraisal || refused) return { ok: false, reason: refused ?? "missing" };
      const criteria = await listCriteria(ctx, appraisal.id);
      const read = weightsIn(typed, criteria.length);
      const before = criteria.map(({ weight }) => weight);
      const fields = {
        ...(read.ok ? {} : read.fields),
        ...(said.success ? {} : fieldsOf(said.error)),
      };
      if (read.ok && read.weights.every((weight, at) => weight === before[at]))
        fields["weight-1"] = ["These are the weights that stand there already"];
      if (!read.ok || !said.success || Object.keys(fields).length > 0)
        return { ok: false, reason: "invalid", fields };
      for (const [at, { id }] of criteria.entries()) {
        const weight = read.weights[at];
        await ctx.db.update(appraisalCriteria).set({ weight }).where(eq(appraisalCriteria.id, id));
      }
      await ctx.db.insert(appraisalWeightChanges).values({
        id: newId(),
        appraisalId: appraisal.id,
        reason: said.data.reason,
        before,
        after: read.weights,
        at: ctx.now,
      });
      await audit(ctx, "appraisals.weights_changed", { kind: "appraisal", id: appraisal.id });
      return { ok: true };
    },
  );
}
