import { and, asc, eq } from "drizzle-orm";
import { events } from "~/db/tables/events";
import { eventSessions } from "~/db/tables/events-sessions";
import type { Ctx } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { slugOf, untaken } from "~/platform/slugs";
import { emptied } from "./pools";
import type { EventRow } from "./read.server";
import { isSlugTaken } from "./read-staff.server";

/**
 * A draft that says what another event says, at times of its own, with the same sessions and stalls and
 * with nobody in them. Inside a write that holds `event-slugs`.
 */
export async function copyEvent(
  ctx: Ctx,
  event: EventRow,
  change: Partial<EventRow> & { slug: string },
): Promise<EventRow> {
  const slug = await untaken(slugOf(change.slug, "event"), (one) => isSlugTaken(ctx, one));
  const copy: EventRow = {
    ...emptied(event),
    state: "draft",
    publishedAt: null,
    cancelledAt: null,
    cancelReason: null,
    sequence: 0,
    nextInQueue: 1,
    createdAt: ctx.now,
    ...change,
    id: newId(),
    slug,
  };
  await ctx.db.insert(events).values(copy);
  const sessions = await ctx.db
    .select()
    .from(eventSessions)
    .where(and(eq(eventSessions.eventId, event.id), eq(eventSessions.state, "on")))
    .orderBy(asc(eventSessions.position));
  const empty = { eventId: copy.id, confirmedPlaces: 0, waitingCount: 0, nextInQueue: 1 };
  const copies = sessions.map((session) => ({ ...session, ...empty, id: newId() }));
  if (copies.length > 0) await ctx.db.insert(eventSessions).values(copies);
  return copy;
}
