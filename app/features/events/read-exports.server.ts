import { desc, eq } from "drizzle-orm";
import { eventExports } from "~/db/tables/events-exports";
import { accounts } from "~/db/tables/people";
import type { Ctx } from "~/platform/context.server";

/** Who took an event's people out as a file, the newest first. */
export async function listExports(ctx: Ctx, eventId: string) {
  return ctx.db
    .select({ taken: eventExports, by: accounts.name })
    .from(eventExports)
    .leftJoin(accounts, eq(accounts.id, eventExports.byId))
    .where(eq(eventExports.eventId, eventId))
    .orderBy(desc(eventExports.id))
    .limit(20);
}
