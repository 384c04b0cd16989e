import { and, count, eq, ne } from "drizzle-orm";
import { adjustmentCounts, registrations } from "~/db/tables/events";
import { needTasks } from "~/db/tables/events-needs";
import type { Ctx } from "~/platform/context.server";

/**
 * Writes down in numbers what became of what people with a place asked for at an event. The numbers are
 * made from the work and stay when it is deleted; an event whose work is gone keeps those it has. Inside
 * a write.
 */
export async function countNeeds(ctx: Ctx, eventId: string): Promise<{ requested: number }> {
  const rows = await ctx.db
    .select({ need: needTasks.need, state: needTasks.state, n: count() })
    .from(needTasks)
    .innerJoin(registrations, eq(registrations.id, needTasks.registrationId))
    .where(
      and(
        eq(needTasks.eventId, eventId),
        ne(needTasks.state, "withdrawn"),
        eq(registrations.state, "confirmed"),
      ),
    )
    .groupBy(needTasks.need, needTasks.state);
  const counts = new Map<string, typeof adjustmentCounts.$inferInsert>();
  for (const { need, state, n } of rows) {
    const before = counts.get(need) ?? { eventId, need, requested: 0, met: 0, partly: 0, notMet: 0 };
    counts.set(need, {
      ...before,
      requested: before.requested + n,
      met: before.met + (state === "met" ? n : 0),
      partly: before.partly + (state === "partly" ? n : 0),
      notMet: before.notMet + (state === "not_met" ? n : 0),
    });
  }
  const made = [...counts.values()];
  if (made.length === 0 && !(await hasWork(ctx, eventId))) return { requested: 0 };
  await ctx.db.delete(adjustmentCounts).where(eq(adjustmentCounts.eventId, eventId));
  if (made.length > 0) await ctx.db.insert(adjustmentCounts).values(made);
  return { requested: made.reduce((n, row) => n + row.requested, 0) };
}

async function hasWork(ctx: Ctx, eventId: string): Promise<boolean> {
  const [task] = await ctx.db
    .select({ id: needTasks.id })
    .from(needTasks)
    .where(eq(needTasks.eventId, eventId))
    .limit(1);
  return task !== undefined;
}
