import { findActivityRow } from "~/features/engagement/read.server";
import { listActivityChoices } from "~/features/engagement/read-staff.server";
import { listNeighbourhoods, listOrganisations, listVenues } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { wallOf } from "~/platform/london";
import { reachOf } from "./may";
import type { EventSeen } from "./read.server";
import type { SessionSeen } from "./read-sessions.server";

/** A session as its form shows it: what would have been typed to make it so. */
export function typedSession(session: SessionSeen): Record<string, string> {
  const text = (value: string | number | null) => (value === null ? "" : String(value));
  return {
    kind: session.kind,
    title: session.title,
    summary: text(session.summary),
    host: text(session.hostSlug),
    hostName: text(session.hostName),
    room: text(session.room),
    tableNumber: text(session.tableNumber),
    accessNotes: text(session.accessNotes),
    startsClock: text(session.startsClock),
    endsClock: text(session.endsClock),
    capacity: text(session.capacity),
  };
}

/**
 * Neighbourhoods, venues, organisations and activities that an organiser can choose from for an event; with
 * `chosen`, also the venue and the organisation that it has already.
 */
export async function getEventChoices(
  ctx: Ctx,
  chosen: { venueId: string | null; hostId: string | null } = { venueId: null, hostId: null },
) {
  const reach = reachOf(ctx.actor, "organise");
  const all = await listNeighbourhoods(ctx);
  return {
    wholeBorough: reach === "all",
    neighbourhoods: all
      .filter((one) => reach === "all" || reach.includes(one.id))
      .map(({ slug, name }) => ({ slug, name })),
    venues: (await listVenues(ctx, chosen.venueId)).map(({ slug, name, capacity }) => ({
      slug,
      name,
      capacity,
    })),
    organisations: (await listOrganisations(ctx, chosen.hostId)).map(({ slug, name }) => ({ slug, name })),
    activities: (await listActivityChoices(ctx)).map(({ slug, title }) => ({ slug, title })),
  };
}

/** An event as its form shows it: what would have been typed to make it so. */
export async function getTyped(ctx: Ctx, seen: EventSeen): Promise<Record<string, string | string[]>> {
  const { event, venue, neighbourhood } = seen;
  const host = (await listOrganisations(ctx, event.hostId)).find((one) => one.id === event.hostId);
  const activity = event.activityId ? await findActivityRow(ctx, { id: event.activityId }) : null;
  return {
    title: event.title,
    summary: event.summary,
    description: event.description,
    kind: event.kind,
    mode: event.mode,
    audience: event.audience,
    neighbourhood: neighbourhood?.slug ?? "",
    activity: activity?.slug ?? "",
    venue: venue?.slug ?? "",
    host: host?.slug ?? "",
    onlineLink: event.onlineLink ?? "",
    dialIn: event.dialIn ?? "",
    startsLocal: event.startsLocal,
    endsLocal: event.endsLocal,
    registration: event.registration,
    opensLocal: event.opensAt ? wallOf(event.opensAt) : "",
    closesLocal: event.closesAt ? wallOf(event.closesAt) : "",
    capacity: String(event.capacity),
    onlineCapacity: event.onlineCapacity === null ? "" : String(event.onlineCapacity),
    adjustLocal: event.adjustBy ? wallOf(event.adjustBy) : "",
    reminders: event.reminders.map(String),
    carersTakePlaces: event.carersTakePlaces ? "yes" : "no",
    offerHours: String(event.offerHours),
    provided: event.provided,
    thanks: event.thanks ?? "",
  };
}
