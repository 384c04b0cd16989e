import { eq, lt } from "drizzle-orm";
import { env } from "~/db/env.server";
import { rateLimits } from "~/db/tables/platform";
import type { Ctx } from "./context.server";
import { keyed } from "./secret-links.server";

/** How often something may be done: `most` times in a window of `minutes`. */
export type Limit = { name: string; most: number; minutes: number };

/**
 * Counts one more for `who` (an address or an e-mail; kept only as an HMAC) and says whether it is still
 * within the limit. Belongs inside a write: several processes share the count.
 */
export async function withinLimit(ctx: Ctx, limit: Limit, who: string): Promise<boolean> {
  if (env.LIMITS === "off") return true;
  const key = keyed(ctx.secret, "limit", limit.name, who);
  const [row] = await ctx.db.select().from(rateLimits).where(eq(rateLimits.key, key));
  const since = ctx.now.getTime() - limit.minutes * 60_000;
  const fresh = !row || row.windowStart.getTime() <= since;
  const next = fresh
    ? { windowStart: ctx.now, count: 1 }
    : { windowStart: row.windowStart, count: row.count + 1 };
  await ctx.db
    .insert(rateLimits)
    .values({ key, ...next })
    .onConflictDoUpdate({ target: rateLimits.key, set: next });
  return next.count <= limit.most;
}

/** Forgets windows that ended more than a day ago. */
export async function forgetOldLimits(ctx: Ctx): Promise<void> {
  await ctx.db.delete(rateLimits).where(lt(rateLimits.windowStart, new Date(ctx.now.getTime() - 86_400_000)));
}
