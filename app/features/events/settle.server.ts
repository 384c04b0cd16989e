import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";
import { allocationNotes, events, registrations } from "~/db/tables/events";
import { participants } from "~/db/tables/people";
import type { Ctx } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { schedule } from "~/platform/jobs.server";
import { type Allocation, allocate, type Waiting } from "./allocate";
import { type News, tellPerson } from "./messages";
import { offerExpiry } from "./offer-clock";
import { countsOf, type Pool, poolOf, poolsOf, withCounts } from "./pools";
import { hasBegun, isProtecting, protectionEnds } from "./rules";
import { settleSessions } from "./settle-sessions.server";
import { syncNeeds } from "./sync-needs.server";

type EventRow = typeof events.$inferSelect;
type NoteKind = (typeof allocationNotes.$inferInsert)["what"];

type Booked = {
  registration: typeof registrations.$inferSelect;
  participant: typeof participants.$inferSelect;
};

type Settling = {
  /** Someone who asks right now: confirmed at once when they fit, whatever they chose for later. */
  newcomer?: Booked & { news?: News };
  /** A confirmed party that just took more places: it went past everybody who waits for the same ones. */
  grew?: string;
  /** What parties need has changed, so even a full room may have somebody who fits. */
  recounted?: boolean;
  /** A party that hears about its booking anyway, so it is not told of its sessions apart. */
  hears?: string;
};

/** The event as it is now, and the ids of those who got a place or an offer just now. */
export type Settled = EventRow & { taken: readonly string[] };

/** A party in the queue of one pool. */
type Queued = Waiting & { attending: Pool };

/** Someone who got a place or an offer, to be told once everything is given out. */
type Placed = { booked: Booked; news: News };

/**
 * Gives every free place to whom it belongs, in the room, online and at sessions, inside a write that
 * holds the event's lock, and brings the event's counts up to date. Everything that frees, adds or asks
 * for places ends here. Requests that staff have not answered take no part in it.
 */
export async function settle(ctx: Ctx, event: EventRow, settling: Settling = {}): Promise<Settled> {
  const { newcomer, grew, hears } = settling;
  const asks = newcomer?.registration.id;
  const queue = await queueFor(ctx, event, settling);
  const grewIn = grew ? await poolOfParty(ctx, event, grew) : null;
  const ended = event.state === "cancelled" || event.endsAt <= ctx.now;
  const begun = hasBegun(event, ctx.now);
  const taken: string[] = [];
  const placed: Placed[] = [];
  let counts = event;

  for (const pool of poolsOf(event)) {
    const waiting = queue
      .filter((party) => poolOf(event, party) === pool)
      .map((party) => ({ ...party, asksNow: party.id === asks }));
    const before = countsOf(counts, pool);
    const free = before.capacity - before.confirmed - before.held;
    const passed = grewIn === pool && grew ? waiting.map(({ id }) => ({ id, by: grew, free })) : [];
    if (grewIn === pool) for (const party of waiting) party.skips += 1;
    const protecting = isProtecting(event, ctx.now) && event.state !== "cancelled";
    const room = { ...before, protecting, begun };
    const result = ended ? nothing() : allocate(room, waiting);
    const places = new Map(waiting.map((party) => [party.id, party.places]));
    const after = { ...before, kept: result.kept };
    for (const id of result.taken) {
      const isNewcomer = id === newcomer?.registration.id;
      const booked = isNewcomer ? newcomer : await findBooked(ctx, id);
      const one = await place(ctx, event, booked, { isNewcomer, free, news: newcomer?.news });
      placed.push(one);
      if (one.booked.registration.state === "confirmed") after.confirmed += places.get(id) ?? 0;
      else after.held += places.get(id) ?? 0;
    }
    await noteSkips(ctx, event, { ...result, skipped: [...passed, ...result.skipped] }, places, before.kept);
    counts = withCounts(counts, pool, after);
    counts = { ...counts, waitingCount: counts.waitingCount - result.taken.length };
    taken.push(...result.taken);
  }
  const told = new Set([
    ...taken,
    ...(hears ? [hears] : []),
    ...(newcomer ? [newcomer.registration.id] : []),
  ]);
  await settleSessions(ctx, counts, { told, asks: asks ?? hears });
  for (const { booked, news } of placed) await tellPerson(ctx, { event, ...booked }, news);
  return { ...(await saveCounts(ctx, event, counts)), taken };
}

const nothing = (): Allocation => ({ taken: [], skipped: [], keptFor: null, kept: 0, open: 0 });

/** Who is looked at: the whole queue where something could be given, else the newcomer alone. */
async function queueFor(
  ctx: Ctx,
  event: EventRow,
  { newcomer, grew, recounted }: Settling,
): Promise<Queued[]> {
  const others = newcomer ? event.waitingCount - 1 : event.waitingCount;
  const gives = poolsOf(event).some((pool) => {
    const { capacity, confirmed, held, kept } = countsOf(event, pool);
    return capacity - confirmed - held > 0 || kept > 0;
  });
  // A full room with nothing to give need not look at its queue.
  const looks = others > 0 && (gives || grew !== undefined || recounted);
  if (looks) return queueOf(ctx, event.id);
  return newcomer ? [{ ...newcomer.registration }] : [];
}

async function queueOf(ctx: Ctx, eventId: string): Promise<Queued[]> {
  return ctx.db
    .select({
      id: registrations.id,
      places: registrations.places,
      skips: registrations.skips,
      attending: registrations.attending,
    })
    .from(registrations)
    .where(
      and(
        eq(registrations.eventId, eventId),
        eq(registrations.state, "waiting"),
        ne(registrations.approval, "asked"),
      ),
    )
    .orderBy(asc(registrations.queueNumber));
}

async function poolOfParty(ctx: Ctx, event: EventRow, id: string): Promise<Pool> {
  const [row] = await ctx.db
    .select({ attending: registrations.attending })
    .from(registrations)
    .where(eq(registrations.id, id));
  return poolOf(event, row ?? { attending: "room" });
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

type Placing = { isNewcomer: boolean; free: number; news?: News };

/** Confirms one party, or offers it the place when it asked to be asked. */
async function place(
  ctx: Ctx,
  event: EventRow,
  { registration, participant }: Booked,
  { isNewcomer, free, news }: Placing,
): Promise<Placed> {
  const { id } = registration;
  const offers = !isNewcomer && registration.promote === "ask";
  const state = offers ? ("offered" as const) : ("confirmed" as const);
  const offerExpiresAt = offers ? offerExpiry(ctx.now, event.offerHours, event.startsAt) : null;
  const changed = { state, offerExpiresAt, changedAt: ctx.now };
  await ctx.db.update(registrations).set(changed).where(eq(registrations.id, id));
  await note(ctx, event.id, state, { registrationId: id, places: registration.places, free });
  await syncNeeds(ctx, event, id);
  if (offerExpiresAt) await schedule(ctx, { name: "events.lapse-offer", subject: id, dueAt: offerExpiresAt });
  const kind = offers ? "offered" : isNewcomer ? (news ?? "confirmed") : "promoted";
  return { booked: { registration: { ...registration, ...changed }, participant }, news: kind };
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

async function noteSkips(
  ctx: Ctx,
  event: EventRow,
  result: Allocation,
  places: Map<string, number>,
  keptBefore: number,
) {
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
  if (result.keptFor && keptBefore !== result.kept) {
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
  const { onlineConfirmed, onlineHeld, onlineKept, askedCount } = after;
  const room = { confirmedPlaces, heldPlaces, keptPlaces };
  const online = { onlineConfirmed, onlineHeld, onlineKept };
  await ctx.db
    .update(events)
    .set({ ...room, ...online, waitingCount, askedCount, nextInQueue })
    .where(eq(events.id, before.id));
  return after;
}
