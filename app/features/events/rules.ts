import { countsOf, leftIn, poolsOf } from "./pools";

/** What can be asked for at an event; the order is the form's. */
export const NEEDS = [
  "interpreter_bsl",
  "language_support",
  "hearing_loop",
  "live_captions",
  "large_print",
  "easy_read",
  "step_free",
  "quiet_space",
  "help_getting_there",
  "other",
] as const;

/** What an event can provide. */
export const PROVIDED = [
  "interpreter_bsl",
  "language_support",
  "hearing_loop",
  "live_captions",
  "easy_read_papers",
  "step_free",
  "quiet_room",
  "refreshments",
  "hot_food",
  "creche",
  "travel_costs",
  "payment_for_time",
] as const;

/** Kinds of event and how each takes place. */
export const KINDS = [
  "marketplace",
  "workshop",
  "assembly",
  "drop_in",
  "learning_exchange",
  "briefing",
  "social",
] as const;
/** In a room, on a screen, or both. */
export const MODES = ["in_person", "online", "hybrid"] as const;

/** What people say they are here as. */
export const HERE_AS = [
  "resident",
  "carer",
  "service_user",
  "vcfse_worker",
  "staff",
  "councillor",
  "other",
] as const;

/** How people want to be told. */
export const CONTACTS = ["email", "phone", "letter", "none"] as const;

/** States of a registration that holds a place or waits for one. */
export const ACTIVE = ["confirmed", "offered", "waiting"] as const;

/** Limits of what can be typed, in characters and people. */
export const MOST = {
  name: 200,
  email: 254,
  phone: 40,
  address: 500,
  needsDetail: 2000,
  organisation: 200,
  ownPlace: 200,
  submissionId: 200,
  party: 20,
  /** What somebody shows at the door. */
  code: 200,
  /** Things that happened at the door and are sent at once. */
  batch: 200,
} as const;

/** A party that waited in vain is protected until this long before the start (product, allocation of places). */
export const PROTECTED_UNTIL_HOURS = 48;

type Times = {
  startsAt: Date;
  endsAt: Date;
  opensAt: Date | null;
  closesAt: Date | null;
  adjustBy?: Date | null;
};
type Bookable = Times & { state: string; registration: string };

/** Whether places can be saved now, and if not, why. */
export type Booking = "open" | "not_needed" | "not_yet" | "closed" | "past" | "cancelled";

/** Booking closes when the event says so, and at its start at the latest. */
export function closesAt(event: Times): Date {
  return event.closesAt && event.closesAt < event.startsAt ? event.closesAt : event.startsAt;
}

/** What someone who wants to come finds at this moment. */
export function bookingAt(event: Bookable, now: Date): Booking {
  if (event.state === "cancelled") return "cancelled";
  if (event.endsAt <= now) return "past";
  if (event.registration === "none") return "not_needed";
  if (closesAt(event) <= now) return "closed";
  if (event.opensAt && event.opensAt > now) return "not_yet";
  return "open";
}

/** The next moment at which this event's page says something else, or null. */
export function changesAt(event: Times, now: Date): Date | null {
  const moments = [event.opensAt, closesAt(event), event.startsAt, event.endsAt, event.adjustBy ?? null];
  const next = moments.filter((at): at is Date => at !== null && at > now).map((at) => at.getTime());
  return next.length > 0 ? new Date(Math.min(...next)) : null;
}

/** Places that a party takes: people coming to support someone take none where the event says so. */
export function placesFor(party: number, carers: number, carersTakePlaces: boolean): number {
  return carersTakePlaces ? party : party - carers;
}

/** Places that somebody new could have now, in the room and online together; never below nought. */
export function placesLeft(event: Parameters<typeof leftIn>[0]): number {
  return poolsOf(event).reduce((sum, pool) => sum + leftIn(event, pool), 0);
}

/** Places in all, in the room and online together. */
export function placesInAll(event: Parameters<typeof leftIn>[0]): number {
  return poolsOf(event).reduce((sum, pool) => sum + countsOf(event, pool).capacity, 0);
}

/** True for whoever has a place and takes part by link or phone: they alone are told the way in. */
export function joinsOnline(
  event: { mode: string },
  registration: { state: string; attending: string },
): boolean {
  if (registration.state !== "confirmed") return false;
  return event.mode === "online" || (event.mode === "hybrid" && registration.attending === "online");
}

/** Whether what is asked for now can surely be arranged; after the date people can ask anyway. */
export function isLateToAsk(event: { adjustBy: Date | null }, now: Date): boolean {
  return event.adjustBy !== null && event.adjustBy <= now;
}

/** Days before the start at which people can be reminded. */
export const REMINDERS = [14, 7, 3, 1] as const;
/** Ways to take part in a hybrid event. */
export const ATTENDING = ["room", "online"] as const;
/** Kinds of sessions, as staff choose them. */
export const SESSION_KINDS = ["stall", "table", "talk", "workshop"] as const;
/** Ways of saving a place, as staff choose them. */
export const REGISTRATION_MODES = ["open", "approval", "none", "invite_only"] as const;

/** From this moment on nothing is kept for a large party any more: 48 hours before the start. */
export function protectionEnds(event: { startsAt: Date }): Date {
  return new Date(event.startsAt.getTime() - PROTECTED_UNTIL_HOURS * 3_600_000);
}

/** True from the start on, also when it is over. */
export function hasBegun(event: { startsAt: Date }, now: Date): boolean {
  return event.startsAt <= now;
}

/** True until 48 hours before the start. */
export function isProtecting(event: { startsAt: Date }, now: Date): boolean {
  return now < protectionEnds(event);
}

/** Places taken beyond what there are, in the room and online, after a cut. */
export function excessOf(event: Parameters<typeof leftIn>[0]): number {
  return poolsOf(event).reduce((sum, pool) => {
    const { capacity, confirmed, held } = countsOf(event, pool);
    return sum + Math.max(0, confirmed + held - capacity);
  }, 0);
}

/** Bookings that a workbook may hold: it is made whole in memory before it is sent. */
export const LARGEST_WORKBOOK = 5000;

/** Spans of time that the public list can be narrowed to. */
export const WHENS = ["upcoming", "week", "month", "past"] as const;
/** One of them. */
export type When = (typeof WHENS)[number];
