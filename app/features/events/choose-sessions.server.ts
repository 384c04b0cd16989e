import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { registrations } from "~/db/tables/events";
import { eventSessions, sessionPlaces } from "~/db/tables/events-sessions";
import type { Ctx, Refusal } from "~/platform/context.server";
import { clashIn } from "./choices";

type Chooser = Pick<typeof registrations.$inferSelect, "id" | "eventId" | "places">;

/**
 * Notes which sessions and stalls a party wants, in place of what it chose before: new ones join their
 * queues, ones left out are let go of. Inside a write that ends in `settle`, which gives the places.
 * Refuses two at the same time, and a party that one of them could never hold, or not hold any more.
 */
export async function chooseSessions(
  ctx: Ctx,
  party: Chooser,
  wanted: readonly string[],
): Promise<{ ok: true } | Refusal<"invalid">> {
  const bookable = await ctx.db
    .select()
    .from(eventSessions)
    .where(
      and(
        eq(eventSessions.eventId, party.eventId),
        eq(eventSessions.state, "on"),
        isNotNull(eventSessions.capacity),
      ),
    )
    .orderBy(asc(eventSessions.position));
  const chosen = bookable.filter((session) => wanted.includes(session.id));
  const has = await ctx.db.select().from(sessionPlaces).where(eq(sessionPlaces.registrationId, party.id));
  if (clashIn(chosen)) return refused("problems.sessionsClash");
  for (const session of chosen) {
    const before = has.find((one) => one.sessionId === session.id);
    const grows = before?.state === "confirmed" ? party.places - before.places : 0;
    const tooLarge = party.places > (session.capacity ?? 0) && (!before || party.places > before.places);
    if (tooLarge) return refused("problems.sessionTooSmall");
    if (grows > 0 && session.confirmedPlaces + grows > (session.capacity ?? 0)) {
      return refused("problems.sessionNotEnough");
    }
  }
  const dropped = has.filter((one) => !chosen.some((session) => session.id === one.sessionId));
  if (dropped.length > 0) {
    const those = inArray(
      sessionPlaces.sessionId,
      dropped.map((one) => one.sessionId),
    );
    await ctx.db.delete(sessionPlaces).where(and(eq(sessionPlaces.registrationId, party.id), those));
  }
  for (const session of chosen) {
    if (has.some((one) => one.sessionId === session.id)) continue;
    await ctx.db.insert(sessionPlaces).values({
      registrationId: party.id,
      sessionId: session.id,
      state: "waiting",
      places: party.places,
      queueNumber: session.nextInQueue,
    });
    const next = { nextInQueue: session.nextInQueue + 1 };
    await ctx.db.update(eventSessions).set(next).where(eq(eventSessions.id, session.id));
  }
  return { ok: true };
}

const refused = (message: string): Refusal<"invalid"> => ({
  ok: false,
  reason: "invalid",
  fields: { sessions: [message] },
});
