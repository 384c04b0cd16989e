import { namesOn } from "~/features/places/rules";
import type { Ctx } from "~/platform/context.server";
import { londonTime } from "~/platform/london";
import { isSplit } from "./pools";
import type { EventSeen } from "./read.server";
import { placesInAll, placesLeft } from "./rules";

const MODES = {
  in_person: "OfflineEventAttendanceMode",
  online: "OnlineEventAttendanceMode",
  hybrid: "MixedEventAttendanceMode",
} as const;

/** The event as schema.org `Event`, for search engines and other programs (docs: machine-readable facts). */
export function eventJsonLd(ctx: Ctx, { event, venue, host }: EventSeen) {
  const url = `${ctx.origin}/events/${event.slug}`;
  const room = venue && {
    "@type": "Place",
    name: venue.name,
    address: {
      "@type": "PostalAddress",
      streetAddress: venue.address,
      postalCode: venue.postcode,
      addressCountry: "GB",
    },
  };
  const online = event.mode === "in_person" ? null : { "@type": "VirtualLocation", url };
  const where = [room, online].filter((one) => one !== null);
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    name: event.title,
    description: event.summary,
    url,
    startDate: londonTime(event.startsAt),
    endDate: londonTime(event.endsAt),
    eventStatus: `https://schema.org/${event.state === "cancelled" ? "EventCancelled" : "EventScheduled"}`,
    eventAttendanceMode: `https://schema.org/${MODES[event.mode]}`,
    location: where.length === 1 ? where[0] : where,
    maximumAttendeeCapacity: placesInAll(event),
    ...(isSplit(event)
      ? {
          maximumPhysicalAttendeeCapacity: event.capacity,
          maximumVirtualAttendeeCapacity: event.onlineCapacity,
        }
      : {}),
    remainingAttendeeCapacity: event.state === "cancelled" ? 0 : placesLeft(event),
    isAccessibleForFree: true,
    ...(host
      ? { organizer: { "@type": "Organization", name: namesOn(host, event.startsLocal.slice(0, 10)).name } }
      : {}),
  };
}
