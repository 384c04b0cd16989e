import { eq } from "drizzle-orm";
import { surveys } from "~/db/tables/surveys";
import { surveyVoucherBatches, surveyVouchers } from "~/db/tables/surveys-vouchers";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may, refusalOf } from "./may";
import { findSurveyRow } from "./read.server";

/** Deletes a draft that was never published. */
export async function discardSurvey(
  ctx: Ctx,
  { slug }: { slug: string },
): Promise<{ ok: true } | Refusal<"missing" | "not_allowed" | "published">> {
  const found = await findSurveyRow(ctx, { slug });
  const refused = refusalOf(ctx.actor, found);
  if (!found || refused) return { ok: false, reason: refused ?? "missing" };
  return write(ctx, { locks: [`survey:${found.id}`] }, async (ctx) => {
    const survey = await findSurveyRow(ctx, { id: found.id });
    if (!survey || !may.edit(ctx.actor, survey)) return { ok: false, reason: "missing" };
    if (survey.state !== "draft") return { ok: false, reason: "published" };
    await ctx.db.delete(surveyVouchers).where(eq(surveyVouchers.surveyId, survey.id));
    await ctx.db.delete(surveyVoucherBatches).where(eq(surveyVoucherBatches.surveyId, survey.id));
    await ctx.db.delete(surveys).where(eq(surveys.id, survey.id));
    await audit(ctx, "surveys.discarded", { kind: "survey", id: survey.id });
    return { ok: true };
  });
}
