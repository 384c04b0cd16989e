import { and, eq, inArray } from "drizzle-orm";
import { registrationNeeds } from "~/db/tables/events";
import { needTasks } from "~/db/tables/events-needs";
import type { Ctx } from "~/platform/context.server";
import type { NeedTold } from "./need-words";
import { NEEDS } from "./rules";

/** What one registration asked for, in the order of the form, with what was arranged and what came of it. */
export async function listNeedsOf(ctx: Ctx, registrationId: string): Promise<NeedTold[]> {
  const rows = await ctx.db
    .select({
      need: registrationNeeds.need,
      state: needTasks.state,
      arranged: needTasks.arranged,
      reason: needTasks.reason,
    })
    .from(registrationNeeds)
    .leftJoin(
      needTasks,
      and(
        eq(needTasks.registrationId, registrationNeeds.registrationId),
        eq(needTasks.need, registrationNeeds.need),
      ),
    )
    .where(eq(registrationNeeds.registrationId, registrationId));
  const at = (need: string) => (NEEDS as readonly string[]).indexOf(need);
  return rows.sort((a, b) => at(a.need) - at(b.need));
}

/** The work behind everything that one registration asked for, withdrawn or not. */
export async function listTasksOf(ctx: Ctx, registrationId: string) {
  return ctx.db.select().from(needTasks).where(eq(needTasks.registrationId, registrationId));
}

/** Ids of the work on a party's or an event's needs that is still to do or was done before the event. */
export async function listLiveTasks(
  ctx: Ctx,
  whose: { registrationId: string } | { eventId: string },
): Promise<string[]> {
  const theirs =
    "eventId" in whose
      ? eq(needTasks.eventId, whose.eventId)
      : eq(needTasks.registrationId, whose.registrationId);
  const rows = await ctx.db
    .select({ id: needTasks.id })
    .from(needTasks)
    .where(and(theirs, inArray(needTasks.state, ["open", "arranged"])));
  return rows.map((row) => row.id);
}
