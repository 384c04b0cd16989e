import type { Ctx } from "~/platform/context.server";
import { may } from "./may";
import { findForStaff } from "./read-staff.server";
import { getVouchers, voucherCode } from "./read-vouchers.server";

/** A batch of vouchers to print, for organisers of the survey; null for anyone else, and where there is none. */
export async function exportVouchers(ctx: Ctx, { slug, batch }: { slug: string; batch: string }) {
  const seen = await findForStaff(ctx, slug);
  if (!seen || !may.vouchers(ctx.actor, seen.survey)) return null;
  const { batches } = await getVouchers(ctx, seen.survey.id);
  const found = batches.find(({ id }) => id === batch);
  if (!found) return null;
  const codes = Array.from({ length: found.count }, (_, n) => voucherCode(ctx, found.id, n));
  return { survey: seen.survey, codes };
}
