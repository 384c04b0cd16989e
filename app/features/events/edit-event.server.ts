import { and, eq, gt, inArray } from "drizzle-orm";
import { events, registrations } from "~/db/tables/events";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { schedule } from "~/platform/jobs.server";
import { NOT_YOURS } from "./create-event.server";
import { indexEvent } from "./index-event.server";
import { may, refusalOf } from "./may";
import { emptied, freeFor, tallied } from "./pools";
import { type EventFacts, prepareEvent } from "./prepare-event.server";
import { type EventRow, findEventRow, listSeries } from "./read.server";
import { listActiveParties } from "./read-registrations.server";
import { planAnew } from "./remind-parties.server";
import { placesFor, protectionEnds } from "./rules";
import { dayAfter, daysBetween, timesOn } from "./series";
import { note, settle } from "./settle.server";
import type { Scope } from "./staff-forms";
import { syncDue } from "./sync-needs.server";
import { type Told, tellEveryone } from "./tell-everyone.server";

/** Saved: how many events were changed, who was told, and how many waiting parties got a place by it. */
export type Edited = { ok: true; slug: string; told: Told | null; placed: number; events: number };
/** Why not. */
export type NotEdited = Refusal<"invalid" | "missing" | "not_allowed" | "cancelled">;

/**
 * Changes what an event says, or with a `scope` also the later ones of its series, or all to come. When the
 * day, time, venue, link or way of taking part of a published event to come changes, everyone active is
 * told once, of their own date alone, and calendars take it over. Counting people who come to support
 * someone differently counts every party anew. Nobody loses a place by an edit.
 */
export async function editEvent(
  ctx: Ctx,
  { slug, typed, scope = "this" }: { slug: string; typed: unknown; scope?: Scope },
): Promise<Edited | NotEdited> {
  const found = await findEventRow(ctx, { slug });
  const refused = refusalOf(ctx.actor, found, "edit");
  if (!found || refused) return { ok: false, reason: refused ?? "missing" };
  const prepared = await prepareEvent(ctx, typed);
  if (!prepared.ok) return prepared;
  const { facts } = prepared;
  const others = await othersIn(ctx, found, scope);
  const locks = [found, ...others].map((event) => `event:${event.id}`);
  return write(ctx, { locks }, async (ctx): Promise<Edited | NotEdited> => {
    const event = await findEventRow(ctx, { id: found.id });
    const refused = refusalOf(ctx.actor, event, "edit");
    if (!event || refused) return { ok: false, reason: refused ?? "missing" };
    if (event.state === "cancelled") return { ok: false, reason: "cancelled" };
    const done = await apply(ctx, event, facts);
    if (!done.ok) return done;
    const moved = daysBetween(event.startsLocal.slice(0, 10), facts.startsLocal.slice(0, 10));
    for (const one of others) {
      const other = await findEventRow(ctx, { id: one.id });
      if (!other || other.state === "cancelled" || other.endsAt <= ctx.now) continue;
      const times = timesOn(facts, dayAfter(other.startsLocal.slice(0, 10), moved));
      if (!times) return { ok: false, reason: "invalid", fields: { startsLocal: [CLOCKS_CHANGE] } };
      const also = await apply(ctx, other, { ...facts, ...times });
      if (!also.ok) return also;
      done.placed += also.placed;
      done.events += 1;
      done.told = together(done.told, also.told);
    }
    return done;
  });
}

const CLOCKS_CHANGE =
  "The clocks change on the day of one of these events, and there is no such time on it. Change that one by itself";

/** The other events of the series that a change is for as well. */
async function othersIn(ctx: Ctx, event: EventRow, scope: Scope): Promise<EventRow[]> {
  if (!event.seriesId || scope === "this") return [];
  const all = await listSeries(ctx, event.seriesId);
  return all.filter((other) => other.id !== event.id && (scope === "all" || other.startsAt > event.startsAt));
}

function together(one: Told | null, other: Told | null): Told | null {
  if (!one || !other) return one ?? other;
  const { email, phone, letter, none } = other;
  return {
    email: one.email + email,
    phone: one.phone + phone,
    letter: one.letter + letter,
    none: one.none + none,
  };
}

/** Changes one event and does all that follows from it. */
async function apply(ctx: Ctx, event: EventRow, facts: EventFacts): Promise<Edited | NotEdited> {
  const fields = await wrongNow(ctx, event, facts);
  if (fields) return { ok: false, reason: "invalid", fields };
  const news = isNews(ctx, event, facts);
  const edited = { ...event, ...facts, sequence: event.sequence + (news ? 1 : 0) };
  const { id, ...change } = edited;
  await ctx.db.update(events).set(change).where(eq(events.id, id));
  const after = await settleAgain(ctx, event, edited);
  await planAnew(ctx, after, event.startsAt.getTime() !== after.startsAt.getTime());
  await syncDue(ctx, event, after);
  await indexEvent(ctx, id);
  const told = news
    ? await tellEveryone(ctx, await listActiveParties(ctx, after), "event_changed", { was: event })
    : null;
  const placed = event.waitingCount - after.waitingCount;
  await audit(ctx, "events.edited", { kind: "event", id }, { placed, ...told });
  return { ok: true, slug: event.slug, told, placed, events: 1 };
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
  if (facts.registration === event.registration) return null;
  const active = event.askedCount > 0 || (await listActiveParties(ctx, event)).length > 0;
  if (facts.registration === "none" && active)
    return { registration: ["People have saved places, so booking has to stay"] };
  if (event.askedCount > 0)
    return { registration: ["Some people wait for your yes or no. Answer them first"] };
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
  const recounted =
    before.carersTakePlaces !== edited.carersTakePlaces ||
    before.mode !== edited.mode ||
    (before.onlineCapacity === null) !== (edited.onlineCapacity === null);
  const counted = recounted ? await countAnew(ctx, edited) : edited;
  await shortenOffers(ctx, counted);
  if (before.capacity !== counted.capacity || before.onlineCapacity !== counted.onlineCapacity) {
    const free = freeFor(counted, { attending: "room" });
    await note(ctx, counted.id, "resized", { registrationId: null, places: counted.capacity, free });
  }
  const after = await settle(ctx, counted, { recounted });
  if (after.keptPlaces + after.onlineKept > 0) {
    await schedule(ctx, { name: "events.settle", subject: after.id, dueAt: protectionEnds(after) });
  }
  return after;
}

/** Every active party's places, and where it takes part, as the event now has it, and the event's sums. */
async function countAnew(ctx: Ctx, event: EventRow): Promise<EventRow> {
  let counted = emptied(event);
  for (const { registration } of await listActiveParties(ctx, event)) {
    const places = placesFor(registration.party, registration.carers, event.carersTakePlaces);
    const attending = { in_person: "room", online: "online", hybrid: registration.attending } as const;
    const now = { ...registration, places, attending: attending[event.mode] };
    counted = tallied(counted, now, 1);
    if (places === registration.places && now.attending === registration.attending) continue;
    await ctx.db
      .update(registrations)
      .set({ places, attending: now.attending })
      .where(eq(registrations.id, registration.id));
  }
  return counted;
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
