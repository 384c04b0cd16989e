import { TZDate } from "@date-fns/tz";
import { eq } from "drizzle-orm";
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { tzlib_get_ical_block } from "timezones-ical-library";
import type { events, registrations } from "~/db/tables/events";
import { venues } from "~/db/tables/places";
import type { Ctx } from "~/platform/context.server";
import { ZONE } from "~/platform/london";

type EventRow = typeof events.$inferSelect;
type Venue = Pick<typeof venues.$inferSelect, "name" | "address" | "postcode">;

/** An event with where it is. */
export type Dated = { event: EventRow; venue: Venue | null };

/** Names a calendar's events so that a change replaces the earlier entry (RFC 5545 UID). */
const uidOf = (ctx: Ctx, event: EventRow) => `event-${event.id}@${new URL(ctx.origin).hostname}`;

/** London's clock and both its changes, as calendars read them. */
const LONDON_CLOCK = tzlib_get_ical_block(ZONE)[0] ?? null;

function emptyCalendar(name: string, method: ICalCalendarMethod) {
  const calendar = ical({
    name,
    method,
    prodId: { company: "Round Here", product: "Events", language: "EN" },
  });
  // A zone for the whole calendar would write DTSTAMP in it, which must be UTC (RFC 5545, 3.8.7.2).
  calendar.timezone({ name: null, generator: () => LONDON_CLOCK });
  return calendar;
}

/** A calendar file (text/calendar, RFC 5545) of events, with the London zone and both its clock changes. */
export function calendarOf(ctx: Ctx, name: string, dated: readonly Dated[]): string {
  const calendar = emptyCalendar(name, ICalCalendarMethod.PUBLISH);
  for (const one of dated) addTo(calendar, ctx, one, null);
  return calendar.toString();
}

/** The calendar file for one registration: cancelled events and lost places take the entry out again. */
export async function eventCalendarFor(
  ctx: Ctx,
  event: EventRow,
  registration: typeof registrations.$inferSelect,
): Promise<string> {
  const venue = await findVenueOf(ctx, event);
  const gone = event.state === "cancelled" || registration.state === "cancelled";
  const calendar = emptyCalendar(event.title, gone ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH);
  addTo(calendar, ctx, { event, venue }, registration);
  return calendar.toString();
}

/** Where an event is, or null for one online. */
export async function findVenueOf(ctx: Ctx, event: Pick<EventRow, "venueId">): Promise<Venue | null> {
  if (!event.venueId) return null;
  const [row] = await ctx.db.select().from(venues).where(eq(venues.id, event.venueId));
  return row ?? null;
}

function addTo(
  calendar: ReturnType<typeof ical>,
  ctx: Ctx,
  { event, venue }: Dated,
  registration: typeof registrations.$inferSelect | null,
) {
  const gone = event.state === "cancelled" || registration?.state === "cancelled";
  // Only someone with a place is told the link (events study, E16).
  const online = registration?.state === "confirmed" ? [event.onlineLink, event.dialIn].filter(Boolean) : [];
  calendar.createEvent({
    id: uidOf(ctx, event),
    sequence: event.sequence,
    start: new TZDate(event.startsAt.getTime(), ZONE),
    end: new TZDate(event.endsAt.getTime(), ZONE),
    timezone: ZONE,
    stamp: event.publishedAt ?? event.createdAt,
    summary: event.title,
    description: [event.summary, ...online].join("\n\n"),
    location: venue ? `${venue.name}, ${venue.address.replaceAll("\n", ", ")}, ${venue.postcode}` : null,
    url: `${ctx.origin}/events/${event.slug}`,
    status: gone ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
}
