import { and, asc, eq, inArray } from "drizzle-orm";
import { type events, registrations } from "~/db/tables/events";
import { eventSessions, sessionPlaces } from "~/db/tables/events-sessions";
import { participants } from "~/db/tables/people";
import type { Ctx } from "~/platform/context.server";
import { allocate } from "./allocate";
import { tellPerson } from "./messages";
import { listSessions } from "./read-sessions.server";
import { hasBegun } from "./rules";

type EventRow = typeof events.$inferSelect;
type Session = typeof eventSessions.$inferSelect;

/** Who hears of the booking anyway, and the party that asks this moment. */
type Settling = { told: ReadonlySet<string>; asks: string | undefined };

/**
 * Gives places at sessions and stalls to the parties that chose them, by the same rule as the room's:
 * whole parties, in the order in which they chose. Only who has a place at the event has one at a session.
 * Who has left lets go of theirs. Inside the write that settles the event.
 */
export async function settleSessions(ctx: Ctx, event: EventRow, settling: Settling): Promise<void> {
  if (event.bookableSessions === 0) return;
  const sessions = await listSessions(ctx, event.id, true);
  const chosen = await choicesAt(ctx, event.id);
  await letGo(ctx, chosen);
  for (const session of sessions) {
    if (session.capacity === null) continue;
    const standing = chosen.filter((one) => one.sessionId === session.id && one.standing !== "cancelled");
    await settleOne(ctx, event, session, standing, settling);
  }
}

type Choice = Awaited<ReturnType<typeof choicesAt>>[number];

async function choicesAt(ctx: Ctx, eventId: string) {
  return ctx.db
    .select({
      sessionId: sessionPlaces.sessionId,
      registrationId: sessionPlaces.registrationId,
      state: sessionPlaces.state,
      places: sessionPlaces.places,
      standing: registrations.state,
      now: registrations.places,
    })
    .from(sessionPlaces)
    .innerJoin(registrations, eq(registrations.id, sessionPlaces.registrationId))
    .where(eq(registrations.eventId, eventId))
    .orderBy(asc(sessionPlaces.queueNumber));
}

/** Whoever has no place at the event and waits for none has none at its sessions; an offer is not yet a place. */
async function letGo(ctx: Ctx, chosen: readonly Choice[]): Promise<void> {
  const gone = chosen.filter((one) => one.standing === "cancelled").map((one) => one.registrationId);
  if (gone.length > 0)
    await ctx.db.delete(sessionPlaces).where(inArray(sessionPlaces.registrationId, [...new Set(gone)]));
}

async function settleOne(
  ctx: Ctx,
  event: EventRow,
  session: Session,
  standing: readonly Choice[],
  { told, asks }: Settling,
): Promise<void> {
  for (const one of standing) {
    if (one.places === one.now) continue;
    await ctx.db.update(sessionPlaces).set({ places: one.now }).where(sameAs(one));
  }
  const has = standing.filter((one) => one.state === "confirmed");
  const waits = standing.filter((one) => one.state === "waiting");
  const confirmed = has.reduce((n, one) => n + one.now, 0);
  const begun = hasBegun(event, ctx.now);
  const room = { capacity: session.capacity ?? 0, confirmed, held: 0, protecting: false, begun };
  const queue = waits
    .filter((one) => one.standing === "confirmed")
    .map((one) => ({
      id: one.registrationId,
      places: one.now,
      skips: 0,
      asksNow: one.registrationId === asks,
    }));
  const over = event.state === "cancelled" || event.endsAt <= ctx.now || session.state === "cancelled";
  const taken = over ? [] : allocate(room, queue).taken;
  const sizes = new Map(queue.map((one) => [one.id, one.places]));
  const confirmedPlaces = confirmed + taken.reduce((n, id) => n + (sizes.get(id) ?? 0), 0);
  const waitingCount = waits.length - taken.length;
  if (taken.length > 0) {
    const those = and(eq(sessionPlaces.sessionId, session.id), inArray(sessionPlaces.registrationId, taken));
    await ctx.db.update(sessionPlaces).set({ state: "confirmed" }).where(those);
  }
  await ctx.db
    .update(eventSessions)
    .set({ confirmedPlaces, waitingCount })
    .where(eq(eventSessions.id, session.id));
  for (const id of taken) if (!told.has(id)) await tellOf(ctx, event, session, id);
}

const sameAs = (one: Choice) =>
  and(eq(sessionPlaces.sessionId, one.sessionId), eq(sessionPlaces.registrationId, one.registrationId));

async function tellOf(ctx: Ctx, event: EventRow, session: Session, registrationId: string): Promise<void> {
  const [booked] = await ctx.db
    .select({ registration: registrations, participant: participants })
    .from(registrations)
    .innerJoin(participants, eq(participants.id, registrations.participantId))
    .where(eq(registrations.id, registrationId));
  if (booked) await tellPerson(ctx, { event, ...booked }, "session_place", { session });
}
