import { and, eq, gt, inArray } from "drizzle-orm";
import { events, registrations } from "~/db/tables/events";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { schedule } from "~/platform/jobs.server";
import { NOT_YOURS } from "./create-event.server";
import { indexEvent } from "./index-event.server";
import { may, refusalOf } from "./may";
import { type EventFacts, prepareEvent } from "./prepare-event.server";
import { type EventRow, findEventRow } from "./read.server";
import { listActiveParties } from "./read-registrations.server";
import { placesFor, protectionEnds } from "./rules";
import { note, settle } from "./settle.server";
import { syncDue } from "./sync-needs.server";
import { type Told, tellEveryone } from "./tell-everyone.server";

/** Saved: who was told, and how many waiting parties got a place by it. */
export type Edited = { ok: true; slug: string; told: Told | null; placed: number };

/**
 * Changes what an event says. When the day, time, venue, link or way of taking part of a published event
 * to come changes, everyone active is told once and calendars take it over. Counting people who come to
 * support someone differently counts every party anew. Nobody loses a place by an edit.
 */
export async function editEvent(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<Edited | Refusal<"invalid" | "missing" | "not_allowed" | "cancelled">> {
  const found = await findEventRow(ctx, { slug });
  if (!found || refusalOf(ctx.actor, found, "edit")) {
    return { ok: false, reason: refusalOf(ctx.actor, found, "edit") ?? "missing" };
  }
  const prepared = await prepareEvent(ctx, typed);
  if (!prepared.ok) return prepared;
  const { facts } = prepared;
  return write(
    ctx,
    { locks: [`event:${found.id}`] },
    async (ctx): Promise<Awaited<ReturnType<typeof editEvent>>> => {
      const event = await findEventRow(ctx, { id: found.id });
      const refused = refusalOf(ctx.actor, event, "edit");
      if (!event || refused) return { ok: false, reason: refused ?? "missing" };
      if (event.state === "cancelled") return { ok: false, reason: "cancelled" };
      const fields = await wrongNow(ctx, event, facts);
      if (fields) return { ok: false, reason: "invalid", fields };

      const news = isNews(ctx, event, facts);
      const edited = { ...event, ...facts, sequence: event.sequence + (news ? 1 : 0) };
      const { id, ...change } = edited;
      await ctx.db.update(events).set(change).where(eq(events.id, id));
      const after = await settleAgain(ctx, event, edited);
      await syncDue(ctx, after);
      await indexEvent(ctx, id);
      const told = news
        ? await tellEveryone(ctx, await listActiveParties(ctx, after), "event_changed")
        : null;
      const placed = event.waitingCount - after.waitingCount;
      await audit(ctx, "events.edited", { kind: "event", id }, { placed, ...told });
      return { ok: true, slug: event.slug, told, placed };
    },
  );
}

/** What can't be said of this event as it stands, by field; null when all is well. */
async function wrongNow(
  ctx: Ctx,
  event: EventRow,
  facts: EventFacts,
): Promise<Record<string, string[]> | null> {
  if (!may.edit(ctx.actor, facts)) return { neighbourhood: [NOT_YOURS] };
  const moved = facts.startsAt.getTime() !== event.startsAt.getTime();
  if (event.state === "published" && moved && facts.startsAt <= ctx.now) {
    return { startsLocal: ["This time is in the past. People have seen this event: choose a time to come"] };
  }
  if (facts.registration === "none" && event.registration === "open") {
    const active = await listActiveParties(ctx, event);
    if (active.length > 0) return { registration: ["People have saved places, so booking has to stay"] };
  }
  return null;
}

/** True when people who are coming have to know: they would turn up at another time, place or link. */
function isNews(ctx: Ctx, before: EventRow, after: EventFacts): boolean {
  if (before.state !== "published") return false;
  if (before.endsAt <= ctx.now && after.endsAt <= ctx.now) return false;
  const where = ["venueId", "mode", "onlineLink", "dialIn"] as const;
  return (
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.endsAt.getTime() !== after.endsAt.getTime() ||
    where.some((name) => before[name] !== after[name])
  );
}

/** Brings places, offers and the queue in step with what the event now says. */
async function settleAgain(ctx: Ctx, before: EventRow, edited: EventRow): Promise<EventRow> {
  const recounted = before.carersTakePlaces !== edited.carersTakePlaces;
  const counted = recounted ? await countAnew(ctx, edited) : edited;
  await shortenOffers(ctx, counted);
  if (before.capacity !== counted.capacity) {
    const free = counted.capacity - counted.confirmedPlaces - counted.heldPlaces;
    await note(ctx, counted.id, "resized", { registrationId: null, places: counted.capacity, free });
  }
  const after = await settle(ctx, counted, { recounted });
  if (after.keptPlaces > 0) {
    await schedule(ctx, { name: "events.settle", subject: after.id, dueAt: protectionEnds(after) });
  }
  return after;
}

/** Every active party's places as the event now counts them, and the event's sums. */
async function countAnew(ctx: Ctx, event: EventRow): Promise<EventRow> {
  const counts = { confirmedPlaces: 0, heldPlaces: 0 };
  for (const { registration } of await listActiveParties(ctx, event)) {
    const places = placesFor(registration.party, registration.carers, event.carersTakePlaces);
    if (registration.state === "confirmed") counts.confirmedPlaces += places;
    if (registration.state === "offered") counts.heldPlaces += places;
    if (places === registration.places) continue;
    await ctx.db.update(registrations).set({ places }).where(eq(registrations.id, registration.id));
  }
  await ctx.db.update(events).set(counts).where(eq(events.id, event.id));
  return { ...event, ...counts };
}

/** An offer never outlives the start, so one that would is cut when an event is brought forward. */
async function shortenOffers(ctx: Ctx, event: EventRow): Promise<void> {
  const cut = await ctx.db
    .update(registrations)
    .set({ offerExpiresAt: event.startsAt })
    .where(
      and(
        eq(registrations.eventId, event.id),
        inArray(registrations.state, ["offered"]),
        gt(registrations.offerExpiresAt, event.startsAt),
      ),
    )
    .returning({ id: registrations.id });
  for (const { id } of cut) {
    await schedule(ctx, { name: "events.lapse-offer", subject: id, dueAt: event.startsAt });
  }
}
