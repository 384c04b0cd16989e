import { eq } from "drizzle-orm";
import { appraisals } from "~/db/tables/appraisals";
import { findNeighbourhood } from "~/features/places/read.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { indexAppraisal } from "./index-appraisal.server";
import { may, refusalNow } from "./may";
import { findAppraisalRow } from "./read.server";
import { appraisalForm, fieldsOf } from "./schema";

/** Changes what an appraisal asks, how, when and who decides. Once people score, its question and place stay; once
 * it is published nothing changes but by a correction. */
export async function editAppraisal(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "not_allowed" | "over">> {
  const parsed = appraisalForm.safeParse(typed);
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
  return write(
    ctx,
    { locks: [`appraisal:${slug}`] },
    async (ctx): Promise<Awaited<ReturnType<typeof editAppraisal>>> => {
      const appraisal = await findAppraisalRow(ctx, { slug });
      const refused = refusalNow(ctx.actor, appraisal, ["draft", "scoring", "closed"]);
      if (!appraisal || refused) return { ok: false, reason: refused ?? "missing" };
      const neighbourhoodId = near?.id ?? null;
      if (!may.edit(ctx.actor, { neighbourhoodId })) return { ok: false, reason: "not_allowed" };
      const { method, nextStep, nextStepDay } = said;
      const change =
        appraisal.state === "draft" ? { ...said, neighbourhoodId } : { method, nextStep, nextStepDay };
      await ctx.db.update(appraisals).set(change).where(eq(appraisals.id, appraisal.id));
      await indexAppraisal(ctx, appraisal.id);
      await audit(ctx, "appraisals.changed", { kind: "appraisal", id: appraisal.id });
      return { ok: true };
    },
  );
}
