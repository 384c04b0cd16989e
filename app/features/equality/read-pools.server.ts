import { lt } from "drizzle-orm";
import { equalityPools } from "~/db/tables/equality";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";

/** Collections and months that are over and in which answers still wait; what waits stays sealed. */
export async function listPast(ctx: Ctx) {
  const { collectionKind: kind, collectionId: id, month } = equalityPools;
  return ctx.db
    .select({ kind, id, month })
    .from(equalityPools)
    .where(lt(month, dayOf(ctx.now).slice(0, 7)))
    .limit(200);
}
