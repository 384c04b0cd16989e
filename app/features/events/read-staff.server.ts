import { asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { events } from "~/db/tables/events";
import { neighbourhoods, organisations, venues } from "~/db/tables/places";
import type { Actor } from "~/platform/actor";
import type { Ctx } from "~/platform/context.server";
import { may, type Reach, reachOf } from "./may";
import { type EventSeen, findEventRow, PUBLIC, selectSeen } from "./read.server";
import { findInvitationById, type Invited } from "./read-invitations.server";
import { findSession, listChosers } from "./read-sessions.server";

/** Narrows a query to events that an actor reaches; undefined when that is all of them. */
export function inReach(actor: Actor, to: Reach): SQL | undefined {
  const reach = reachOf(actor, to);
  if (reach === "all") return undefined;
  return reach.length > 0 ? inArray(events.neighbourhoodId, reach) : sql`1 = 0`;
}

/** The event at this address as staff see it, or null: what they do not reach answers like a missing one. */
export async function findForStaff(ctx: Ctx, slug: string): Promise<EventSeen | null> {
  const [row] = await selectSeen(ctx).where(eq(events.slug, slug));
  return row && may.seeNumbers(ctx.actor, row.event) ? row : null;
}

/** The session, its event and how many bookings chose it, or null for one that the actor does not reach. */
export async function findSessionForStaff(ctx: Ctx, id: string) {
  const session = await findSession(ctx, id);
  const event = session && (await findEventRow(ctx, { id: session.eventId }));
  if (!event || !may.seeNumbers(ctx.actor, event)) return null;
  return { session, event, chosers: (await listChosers(ctx, id)).length };
}

/** The invitation and its event, or null for one that the actor does not reach. */
export async function findInvitationForStaff(ctx: Ctx, id: string): Promise<Invited | null> {
  const found = await findInvitationById(ctx, id);
  return found && may.seeRegistrations(ctx.actor, found.event) ? found : null;
}

/** True when an event has this slug. */
export async function isSlugTaken(ctx: Ctx, slug: string): Promise<boolean> {
  const [row] = await ctx.db.select({ id: events.id }).from(events).where(eq(events.slug, slug));
  return row !== undefined;
}

/** Everything about one event that words may be found in. Throws for one that is not there. */
export async function getEventForSearch(ctx: Ctx, eventId: string) {
  const [row] = await ctx.db
    .select({ event: events, venue: venues, neighbourhood: neighbourhoods, host: organisations })
    .from(events)
    .leftJoin(venues, eq(venues.id, events.venueId))
    .leftJoin(neighbourhoods, eq(neighbourhoods.id, events.neighbourhoodId))
    .leftJoin(organisations, eq(organisations.id, events.hostId))
    .where(eq(events.id, eventId));
  if (!row) throw new Error("An event vanished while it was put into search.");
  return row;
}

/** Ids of all public events. */
export async function listPublicIds(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db.select({ id: events.id }).from(events).where(PUBLIC).orderBy(asc(events.id));
  return rows.map((row) => row.id);
}
