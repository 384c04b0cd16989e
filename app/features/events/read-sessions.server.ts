import { and, asc, eq, ne } from "drizzle-orm";
import { registrations } from "~/db/tables/events";
import { eventSessions, sessionPlaces } from "~/db/tables/events-sessions";
import { participants } from "~/db/tables/people";
import { organisations } from "~/db/tables/places";
import type { Ctx } from "~/platform/context.server";

/** A session or stall. */
export type SessionRow = typeof eventSessions.$inferSelect;
/** A session with the name of whoever runs it. */
export type SessionSeen = SessionRow & { host: string | null; hostSlug: string | null };

/** Sessions and stalls of an event in their order; cancelled ones only for staff (`all`). */
export async function listSessions(ctx: Ctx, eventId: string, all = false): Promise<SessionSeen[]> {
  const rows = await ctx.db
    .select({ session: eventSessions, host: organisations.name, hostSlug: organisations.slug })
    .from(eventSessions)
    .leftJoin(organisations, eq(organisations.id, eventSessions.hostId))
    .where(and(eq(eventSessions.eventId, eventId), all ? undefined : eq(eventSessions.state, "on")))
    .orderBy(asc(eventSessions.position), asc(eventSessions.id));
  return rows.map(({ session, host, hostSlug }) => ({
    ...session,
    host: host ?? session.hostName,
    hostSlug,
  }));
}

/** One session with the name of whoever runs it, or null. */
export async function findSession(ctx: Ctx, id: string): Promise<SessionSeen | null> {
  const [row] = await ctx.db
    .select({ session: eventSessions, host: organisations.name, hostSlug: organisations.slug })
    .from(eventSessions)
    .leftJoin(organisations, eq(organisations.id, eventSessions.hostId))
    .where(eq(eventSessions.id, id));
  return row ? { ...row.session, host: row.host ?? row.session.hostName, hostSlug: row.hostSlug } : null;
}

/** What one registration chose, in the order of the page, and whether it has a place there. */
export async function listChoices(ctx: Ctx, registrationId: string) {
  return ctx.db
    .select({ session: eventSessions, state: sessionPlaces.state })
    .from(sessionPlaces)
    .innerJoin(eventSessions, eq(eventSessions.id, sessionPlaces.sessionId))
    .where(and(eq(sessionPlaces.registrationId, registrationId), eq(eventSessions.state, "on")))
    .orderBy(asc(eventSessions.position), asc(eventSessions.id));
}

/** Everyone who chose one session, in order, with their people. */
export async function listChosers(ctx: Ctx, sessionId: string) {
  return ctx.db
    .select({ registration: registrations, participant: participants, state: sessionPlaces.state })
    .from(sessionPlaces)
    .innerJoin(registrations, eq(registrations.id, sessionPlaces.registrationId))
    .innerJoin(participants, eq(participants.id, registrations.participantId))
    .where(and(eq(sessionPlaces.sessionId, sessionId), ne(registrations.state, "cancelled")))
    .orderBy(asc(sessionPlaces.queueNumber));
}
