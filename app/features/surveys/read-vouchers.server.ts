import { and, count, desc, eq } from "drizzle-orm";
import { surveyVoucherBatches, surveyVouchers } from "~/db/tables/surveys-vouchers";
import type { Ctx } from "~/platform/context.server";
import { readableFrom } from "~/platform/ids.server";
import { keyed } from "~/platform/secret-links.server";

const grouped = (plain: string) => `${plain.slice(0, 4)}-${plain.slice(4)}`;

/** A voucher's code as it is typed, in capitals and two groups; null for anything else. */
export function readVoucher(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
  return plain.length === 8 ? grouped(plain) : null;
}

/** The code of the nth voucher of a batch. It comes from the site's secret, so that it stands nowhere. */
export function voucherCode(ctx: Ctx, batch: string, n: number): string {
  const bytes = Buffer.from(keyed(ctx.secret, "survey-voucher-code", batch, String(n)), "base64url");
  return grouped(readableFrom(bytes, 8));
}

/** What a voucher is kept under. */
export const voucherHash = (ctx: Ctx, surveyId: string, code: string) =>
  keyed(ctx.secret, "survey-voucher", surveyId, code);

/** Whether a survey has this voucher, and whether it is used. */
export async function findVoucher(ctx: Ctx, surveyId: string, code: string) {
  const [row] = await ctx.db
    .select()
    .from(surveyVouchers)
    .where(
      and(eq(surveyVouchers.hash, voucherHash(ctx, surveyId, code)), eq(surveyVouchers.surveyId, surveyId)),
    );
  return row ?? null;
}

/** How many vouchers of a survey were made and used, and the batches: nothing of a single one. */
export async function getVouchers(ctx: Ctx, surveyId: string) {
  const batches = await ctx.db
    .select()
    .from(surveyVoucherBatches)
    .where(eq(surveyVoucherBatches.surveyId, surveyId))
    .orderBy(desc(surveyVoucherBatches.madeAt), desc(surveyVoucherBatches.id));
  const counted = await ctx.db
    .select({ used: surveyVouchers.used, n: count() })
    .from(surveyVouchers)
    .where(eq(surveyVouchers.surveyId, surveyId))
    .groupBy(surveyVouchers.used);
  const of = (used: boolean) => counted.find((one) => one.used === used)?.n ?? 0;
  return { made: of(true) + of(false), used: of(true), batches };
}
