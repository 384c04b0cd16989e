import { and, eq } from "drizzle-orm";
import { surveyVouchers } from "~/db/tables/surveys-vouchers";
import type { Ctx } from "~/platform/context.server";
import { voucherHash } from "./read-vouchers.server";

/**
 * Uses a voucher up, inside a write that holds the lock `survey:<id>`. False where there is none, or it is used:
 * of two who bring the same one, one gets through. Nothing is kept but that it is used.
 */
export async function spendVoucher(ctx: Ctx, surveyId: string, code: string | undefined): Promise<boolean> {
  if (!code) return false;
  const spent = await ctx.db
    .update(surveyVouchers)
    .set({ used: true })
    .where(
      and(
        eq(surveyVouchers.hash, voucherHash(ctx, surveyId, code)),
        eq(surveyVouchers.surveyId, surveyId),
        eq(surveyVouchers.used, false),
      ),
    )
    .returning({ used: surveyVouchers.used });
  return spent.length > 0;
}
