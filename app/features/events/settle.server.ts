import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { allocationNotes, events, registrations } from "~/db/tables/events";
import { participants } from "~/db/tables/people";
import type { Ctx } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { schedule } from "~/platform/jobs.server";
import { type Allocation, allocate } from "./allocate";
import { tellPerson } from "./messages";
import { offerExpiry } from "./offer-clock";
import { isProtecting, protectionEnds } from "./rules";
import { syncNeeds } from "./sync-needs.server";

type EventRow = typeof events.$inferSelect;
type NoteKind = (typeof allocationNotes.$inferInsert)["what"];

type Booked = {
  registration: typeof registrations.$inferSelect;
  participant: typeof participants.$inferSelect;
};

type Settling = {
  /** Someone who asks right now: confirmed at once when they fit, whatever they chose for later. */
  newcomer?: Booked;
  /** A confirmed party that just took more places: it went past everybody who waits. */
  grew?: string;
  /** What parties need has changed, so even a full room may have somebody who fits. */
  recounted?: boolean;
};

/** The event as it is now, and the ids of those who got a place or an offer just now. */
export type Settled = EventRow & { taken: readonly string[] };

/**
 * Gives every free place to whom it belongs, inside a write that holds the event's lock, and brings the
 * event's counts up to date. Everything that frees, adds or asks for places ends here.
 */
export async function settle(
  ctx: Ctx,
  event: EventRow,
  { newcomer, grew, recounted }: Settling = {},
): Promise<Settled> {
  const free = event.capacity - event.confirmedPlaces - event.heldPlaces;
  const others = newcomer ? event.waitingCount - 1 : event.waitingCount;
  // A full room with nothing to give need not look at its queue.
  const looks = others > 0 && (free > 0 || event.keptPlaces > 0 || grew !== undefined || recounted);
  const queue = looks ? await queueOf(ctx, event.id) : newcomer ? [{ ...newcomer.registration }] : [];
  const passed = grew ? queue.map((party) => ({ id: party.id, by: grew, free })) : [];
  for (const party of queue) if (grew) party.skips += 1;
  const room = {
    capacity: event.capacity,
    confirmed: event.confirmedPlaces,
    held: event.heldPlaces,
    protecting: isProtecting(event, ctx.now) && event.state !== "cancelled",
  };
  const result = event.state === "cancelled" || event.startsAt <= ctx.now ? nothing() : allocate(room, queue);
  const places = new Map(queue.map((party) => [party.id, party.places]));
  const counts = { ...event };

  for (const id of result.taken) {
    const isNewcomer = id === newcomer?.registration.id;
    const kind = await place(ctx, event, isNewcomer ? newcomer : await findBooked(ctx, id), isNewcomer);
    if (kind === "confirmed") counts.confirmedPlaces += places.get(id) ?? 0;
    else counts.heldPlaces += places.get(id) ?? 0;
    counts.waitingCount -= 1;
  }
  await noteSkips(ctx, event, { ...result, skipped: [...passed, ...result.skipped] }, places);
  counts.keptPlaces = result.kept;
  return { ...(await saveCounts(ctx, event, counts)), taken: result.taken };
}

const nothing = (): Allocation => ({ taken: [], skipped: [], keptFor: null, kept: 0, open: 0 });

async function queueOf(ctx: Ctx, eventId: string) {
  return ctx.db
    .select({ id: registrations.id, places: registrations.places, skips: registrations.skips })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), eq(registrations.state, "waiting")))
    .orderBy(asc(registrations.queueNumber));
}

async function findBooked(ctx: Ctx, id: string): Promise<Booked> {
  const [found] = await ctx.db
    .select({ registration: registrations, participant: participants })
    .from(registrations)
    .innerJoin(participants, eq(participants.id, registrations.participantId))
    .where(eq(registrations.id, id));
  if (!found) throw new Error("A waiting party vanished while the room was settled.");
  return found;
}

/** Confirms one party, or offers it the place when it asked to be asked. */
async function place(
  ctx: Ctx,
  event: EventRow,
  { registration, participant }: Booked,
  isNewcomer: boolean,
): Promise<"confirmed" | "offered"> {
  const free = event.capacity - event.confirmedPlaces - event.heldPlaces;
  const { id } = registration;
  const offers = !isNewcomer && registration.promote === "ask";
  const state = offers ? "offered" : "confirmed";
  const offerExpiresAt = offers ? offerExpiry(ctx.now, event.offerHours, event.startsAt) : null;
  const changed = { state, offerExpiresAt, changedAt: ctx.now } as const;
  await ctx.db.update(registrations).set(changed).where(eq(registrations.id, id));
  await note(ctx, event.id, state, { registrationId: id, places: registration.places, free });
  await syncNeeds(ctx, event, id);
  if (offerExpiresAt) await schedule(ctx, { name: "events.lapse-offer", subject: id, dueAt: offerExpiresAt });
  const kind = offers ? "offered" : isNewcomer ? "confirmed" : "promoted";
  await tellPerson(ctx, { event, registration: { ...registration, ...changed }, participant }, kind);
  return state;
}

/** A line about why a place went where it went. Inside a write. */
export async function note(
  ctx: Ctx,
  eventId: string,
  what: NoteKind,
  facts: { registrationId: string | null; places: number; free: number; passedBy?: string },
): Promise<void> {
  await ctx.db
    .insert(allocationNotes)
    .values({ id: newId(), eventId, at: ctx.now, what, passedBy: null, ...facts });
}

async function noteSkips(ctx: Ctx, event: EventRow, result: Allocation, places: Map<string, number>) {
  const times = new Map<string, number>();
  for (const skip of result.skipped) {
    times.set(skip.id, (times.get(skip.id) ?? 0) + 1);
    const facts = {
      registrationId: skip.id,
      places: places.get(skip.id) ?? 0,
      free: skip.free,
      passedBy: skip.by,
    };
    await note(ctx, event.id, "skipped", facts);
  }
  for (const n of new Set(times.values())) {
    const ids = [...times].filter(([, count]) => count === n).map(([id]) => id);
    await ctx.db
      .update(registrations)
      .set({ skips: sql`${registrations.skips} + ${n}` })
      .where(inArray(registrations.id, ids));
  }
  if (result.keptFor && event.keptPlaces !== result.kept) {
    const facts = {
      registrationId: result.keptFor,
      places: places.get(result.keptFor) ?? 0,
      free: result.kept,
    };
    await note(ctx, event.id, "kept", facts);
    await schedule(ctx, { name: "events.settle", subject: event.id, dueAt: protectionEnds(event) });
  }
}

async function saveCounts(ctx: Ctx, before: EventRow, after: EventRow): Promise<EventRow> {
  const { confirmedPlaces, heldPlaces, keptPlaces, waitingCount, nextInQueue } = after;
  const counts = { confirmedPlaces, heldPlaces, keptPlaces, waitingCount, nextInQueue };
  await ctx.db.update(events).set(counts).where(eq(events.id, before.id));
  return after;
}
