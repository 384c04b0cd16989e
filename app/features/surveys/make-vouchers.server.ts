import { surveyVoucherBatches, surveyVouchers } from "~/db/tables/surveys-vouchers";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { shuffled } from "~/platform/pool.server";
import { may, refusalOf } from "./may";
import { findSurveyRow } from "./read.server";
import { getVouchers, voucherCode, voucherHash } from "./read-vouchers.server";
import { fieldsOf, vouchersForm } from "./schema";

/** A survey has so many vouchers at most. */
export const MOST_VOUCHERS = 20_000;
const ROWS = 200;

/** Makes vouchers for a survey that asks for them, to be printed: each good for one response. */
export async function makeVouchers(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<{ ok: true; batch: string } | Refusal<"invalid" | "missing" | "not_allowed">> {
  const found = await findSurveyRow(ctx, { slug });
  const refused = refusalOf(ctx.actor, found);
  if (!found || refused) return { ok: false, reason: refused ?? "missing" };
  const parsed = vouchersForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { count } = parsed.data;
  return write(ctx, { locks: [`survey:${found.id}`] }, async (ctx) => {
    const survey = await findSurveyRow(ctx, { id: found.id });
    if (!survey || !may.vouchers(ctx.actor, survey)) return { ok: false, reason: "missing" };
    const wrong = (count: string) => ({
      ok: false as const,
      reason: "invalid" as const,
      fields: { count: [count] },
    });
    if (!survey.asksVoucher) return wrong("This survey asks for no voucher: change that first");
    const { made } = await getVouchers(ctx, survey.id);
    if (made + count > MOST_VOUCHERS) return wrong(`A survey has ${MOST_VOUCHERS} vouchers at most`);
    const batch = newId();
    const madeBy = ctx.actor.kind === "account" ? ctx.actor.id : null;
    await ctx.db
      .insert(surveyVoucherBatches)
      .values({ id: batch, surveyId: survey.id, count, madeBy, madeAt: ctx.now });
    const codes = Array.from({ length: count }, (_, n) => voucherCode(ctx, batch, n));
    const rows = shuffled(codes).map((code) => ({
      hash: voucherHash(ctx, survey.id, code),
      surveyId: survey.id,
      used: false,
    }));
    for (let at = 0; at < rows.length; at += ROWS) {
      await ctx.db
        .insert(surveyVouchers)
        .values(rows.slice(at, at + ROWS))
        .onConflictDoNothing();
    }
    await audit(ctx, "surveys.vouchers_made", { kind: "survey", id: survey.id }, { count });
    return { ok: true, batch };
  });
}
