import { TZDate } from "@date-fns/tz";
import { eq, sql } from "drizzle-orm";
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { LRUCache } from "lru-cache";
import { tzlib_get_ical_block } from "timezones-ical-library";
import { prepared } from "~/db/prepared.server";
import type { events, registrations } from "~/db/tables/events";
import { venues } from "~/db/tables/places";
import type { Ctx } from "~/platform/context.server";
import { ZONE } from "~/platform/london";
import { joinsOnline } from "./rules";

type EventRow = typeof events.$inferSelect;
type Venue = Pick<typeof venues.$inferSelect, "name" | "address" | "postcode">;

/** An event with where it is. */
export type Dated = { event: EventRow; venue: Venue | null };

/** Names a calendar's events so that a change replaces the earlier entry (RFC 5545 UID). */
const uidOf = (ctx: Ctx, event: EventRow) => `event-${event.id}@${new URL(ctx.origin).hostname}`;

/** London's clock and both its changes, as calendars read them. */
const LONDON_CLOCK = tzlib_get_ical_block(ZONE)[0] ?? null;

/** One event as a calendar holds it; moments in milliseconds. */
type Entry = {
  uid: string;
  sequence: number;
  starts: number;
  ends: number;
  stamp: number;
  title: string;
  description: string;
  location: string | null;
  url: string | null;
  gone: boolean;
};

function inOneFile(name: string, method: ICalCalendarMethod, entries: readonly Entry[]): string {
  const calendar = ical({
    name,
    method,
    prodId: { company: "Round Here", product: "Events", language: "EN" },
  });
  // A zone for the whole calendar would write DTSTAMP in it, which must be UTC (RFC 5545, 3.8.7.2).
  calendar.timezone({ name: null, generator: () => LONDON_CLOCK });
  for (const entry of entries) {
    calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      start: new TZDate(entry.starts, ZONE),
      end: new TZDate(entry.ends, ZONE),
      timezone: ZONE,
      stamp: new Date(entry.stamp),
      summary: entry.title,
      description: entry.description,
      location: entry.location,
      url: entry.url,
      status: entry.gone ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}

/** A calendar file (text/calendar, RFC 5545) of events, with the London zone and both its clock changes. */
export function calendarOf(ctx: Ctx, name: string, dated: readonly Dated[]): string {
  const entries = dated.map((one) => entryOf(ctx, one, null));
  return inOneFile(name, ICalCalendarMethod.PUBLISH, entries);
}

/** Everybody with a place at one event gets the same file, so the last ones written are kept, by what is in them. */
const written = new LRUCache<string, string>({ max: 200 });

/** The calendar file for one registration: cancelled events and lost places take the entry out again. */
export async function eventCalendarFor(
  ctx: Ctx,
  event: EventRow,
  registration: typeof registrations.$inferSelect,
): Promise<string> {
  const venue = await findVenueOf(ctx, event);
  const entry = entryOf(ctx, { event, venue }, registration);
  const key = JSON.stringify(entry);
  const method = entry.gone ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH;
  const file = written.get(key) ?? inOneFile(event.title, method, [entry]);
  written.set(key, file);
  return file;
}

/** Venues that a write has read: an event's is asked for twice for each person who is told something. */
const readInWrite = new WeakMap<ReadonlySet<string>, Map<string, Venue | null>>();

const venueById = prepared((db) =>
  db
    .select()
    .from(venues)
    .where(eq(venues.id, sql.placeholder("id")))
    .prepare(),
);

/** Where an event is, or null for one online. */
export async function findVenueOf(ctx: Ctx, { venueId }: Pick<EventRow, "venueId">): Promise<Venue | null> {
  if (!venueId) return null;
  const seen = (ctx.held && readInWrite.get(ctx.held)) ?? new Map<string, Venue | null>();
  if (ctx.held) readInWrite.set(ctx.held, seen);
  if (!seen.has(venueId)) {
    const [row] = await venueById(ctx.db, { id: venueId });
    seen.set(venueId, row ?? null);
  }
  return seen.get(venueId) ?? null;
}

function entryOf(
  ctx: Ctx,
  { event, venue }: Dated,
  registration: typeof registrations.$inferSelect | null,
): Entry {
  // Only someone with a place online is told the way in (events study, E16).
  const joins = registration !== null && joinsOnline(event, registration);
  const online = joins ? [event.onlineLink, event.dialIn].filter(Boolean) : [];
  return {
    uid: uidOf(ctx, event),
    sequence: event.sequence,
    starts: event.startsAt.getTime(),
    ends: event.endsAt.getTime(),
    stamp: (event.publishedAt ?? event.createdAt).getTime(),
    title: event.title,
    description: [event.summary, ...online].join("\n\n"),
    location: venue ? `${venue.name}, ${venue.address.replaceAll("\n", ", ")}, ${venue.postcode}` : null,
    // An event for invited people has no address that others could open.
    url: event.registration === "invite_only" ? null : `${ctx.origin}/events/${event.slug}`,
    gone: event.state === "cancelled" || registration?.state === "cancelled",
  };
}
