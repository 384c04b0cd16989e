import { lt } from "drizzle-orm";
import { equalityDrafts, equalitySubmissions } from "~/db/tables/equality";
import { type Ctx, write } from "~/platform/context.server";
import { dayOf, startOfDay } from "~/platform/london";
import { keepTheRest } from "./keep-equality.server";
import { may } from "./may";
import { listPast } from "./read-pools.server";
import { equalityLock } from "./rules";

/**
 * Every hour: stores what still waits of months that are over, and deletes answers on the way and marks of forms
 * after their day. system only: nobody asks for it. Daily totals: not even these, since a month says enough.
 */
export async function closeEqualityMonths(ctx: Ctx): Promise<{ ok: boolean }> {
  const past = await listPast(ctx);
  const locks = ["equality-days", ...past.map(equalityLock)];
  return write(ctx, { locks }, async (ctx) => {
    if (!may.settle(ctx.actor)) return { ok: false };
    await ctx.db.delete(equalityDrafts).where(lt(equalityDrafts.lastDay, dayOf(ctx.now)));
    const yesterday = dayOf(startOfDay(ctx.now, -1));
    await ctx.db.delete(equalitySubmissions).where(lt(equalitySubmissions.day, yesterday));
    for (const pool of past) await keepTheRest(ctx, pool);
    return { ok: true };
  });
}
