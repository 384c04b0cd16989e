import {
  aliasedTable,
  and,
  asc,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNotNull,
  lt,
  type SQL,
  sql,
  sum,
} from "drizzle-orm";
import { allocationNotes, events, registrations } from "~/db/tables/events";
import { participants } from "~/db/tables/people";
import { neighbourhoods, organisations, venues } from "~/db/tables/places";
import { messages } from "~/db/tables/platform";
import { findActivityRow } from "~/features/engagement/read.server";
import { listActivityChoices } from "~/features/engagement/read-staff.server";
import { listNeighbourhoods, listOrganisations, listVenues } from "~/features/places/read.server";
import type { Actor } from "~/platform/actor";
import type { Ctx } from "~/platform/context.server";
import { wallOf } from "~/platform/london";
import type { HistoryNote } from "./history";
import { may, type Reach, reachOf } from "./may";
import type { Party } from "./messages";
import { type EventSeen, findEventRow, PUBLIC, selectSeen } from "./read.server";
import { findInvitationById, type Invited } from "./read-invitations.server";
import { findParty } from "./read-registrations.server";
import { findSession, listChosers, type SessionSeen } from "./read-sessions.server";
import { ACTIVE } from "./rules";

/** Narrows a query to events that an actor reaches; undefined when that is all of them. */
export function inReach(actor: Actor, to: Reach): SQL | undefined {
  const reach = reachOf(actor, to);
  if (reach === "all") return undefined;
  return reach.length > 0 ? inArray(events.neighbourhoodId, reach) : sql`1 = 0`;
}

/** The event at this address as staff see it, or null: what they do not reach answers like a missing one. */
export async function findForStaff(ctx: Ctx, slug: string): Promise<EventSeen | null> {
  const [row] = await selectSeen(ctx).where(eq(events.slug, slug));
  return row && may.seeNumbers(ctx.actor, row.event) ? row : null;
}

/** The registration as the event's team sees it, or null for one that they do not reach. */
export async function findPartyForStaff(ctx: Ctx, id: string): Promise<Party | null> {
  const party = await findParty(ctx, { id });
  return party && may.seeRegistrations(ctx.actor, party.event) ? party : null;
}

/** The session, its event and how many bookings chose it, or null for one that the actor does not reach. */
export async function findSessionForStaff(ctx: Ctx, id: string) {
  const session = await findSession(ctx, id);
  const event = session && (await findEventRow(ctx, { id: session.eventId }));
  if (!event || !may.seeNumbers(ctx.actor, event)) return null;
  return { session, event, chosers: (await listChosers(ctx, id)).length };
}

/** The invitation and its event, or null for one that the actor does not reach. */
export async function findInvitationForStaff(ctx: Ctx, id: string): Promise<Invited | null> {
  const found = await findInvitationById(ctx, id);
  return found && may.seeRegistrations(ctx.actor, found.event) ? found : null;
}

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

/** What the staff list can be sorted by. */
export const SORTS = ["when", "title", "taken", "waiting"] as const;
/** Which way. */
export const DIRECTIONS = ["ascending", "descending"] as const;
/** States that it can be narrowed to. */
export const STATES = ["draft", "published", "cancelled"] as const;

/** How the staff list is narrowed and sorted. */
export type StaffFilter = {
  when: "upcoming" | "past";
  neighbourhoodId?: string;
  state?: (typeof STATES)[number];
  /** Part of a title. */
  words?: string;
  sort: (typeof SORTS)[number];
  direction: (typeof DIRECTIONS)[number];
  page: number;
};

const PAGE = 25;

const sortedBy = {
  when: events.startsAt,
  title: sql`lower(${events.title})`,
  taken: sql`${events.confirmedPlaces} + ${events.heldPlaces}`,
  waiting: events.waitingCount,
};

/** One page of the events that the actor's roles reach, drafts and cancelled ones too. */
export async function listForStaff(ctx: Ctx, filter: StaffFilter) {
  const { when, neighbourhoodId, state, words, sort, direction } = filter;
  const where = and(
    inReach(ctx.actor, "count"),
    when === "past" ? lt(events.endsAt, ctx.now) : gte(events.endsAt, ctx.now),
    neighbourhoodId ? eq(events.neighbourhoodId, neighbourhoodId) : undefined,
    state ? eq(events.state, state) : undefined,
    words ? sql`lower(${events.title}) like ${containing(words)} escape '!'` : undefined,
  );
  const [counted] = await ctx.db.select({ n: count() }).from(events).where(where);
  const total = counted?.n ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const page = Math.min(Math.max(1, filter.page), pages);
  const order = (direction === "descending" ? desc : asc)(sortedBy[sort]);
  const rows = await selectSeen(ctx)
    .where(where)
    .orderBy(order, asc(events.startsAt), asc(events.id))
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  return { events: rows, total, page, pages };
}

const containing = (words: string) => `%${words.toLowerCase().replace(/[%_!]/g, "!$&")}%`;

/** Parties, people and places in one state. */
export type Tally = { parties: number; people: number; places: number };

/** How many parties are in each state, and how many left for each reason. */
export type PartyCounts = {
  confirmed: Tally;
  offered: Tally;
  waiting: Tally;
  left: { reason: string; parties: number }[];
};

/** Counts of an event's registrations as staff see them. True numbers: for staff. */
export async function countParties(ctx: Ctx, eventId: string): Promise<PartyCounts> {
  const rows = await ctx.db
    .select({
      state: registrations.state,
      ended: registrations.ended,
      parties: count(),
      people: sum(registrations.party),
      places: sum(registrations.places),
    })
    .from(registrations)
    .where(eq(registrations.eventId, eventId))
    .groupBy(registrations.state, registrations.ended);
  const tally = (state: string): Tally => {
    const row = rows.find((one) => one.state === state);
    return { parties: row?.parties ?? 0, people: Number(row?.people ?? 0), places: Number(row?.places ?? 0) };
  };
  return {
    confirmed: tally("confirmed"),
    offered: tally("offered"),
    waiting: tally("waiting"),
    left: rows
      .filter((row) => row.state === "cancelled")
      .map((row) => ({ reason: row.ended ?? "by_person", parties: row.parties })),
  };
}

/** How many active parties want to be told by each way, and how many helpers besides. True numbers: for staff. */
export async function countByChannel(ctx: Ctx, eventId: string) {
  const active = and(eq(registrations.eventId, eventId), inArray(registrations.state, [...ACTIVE]));
  const rows = await ctx.db
    .select({ channel: participants.preferredContact, parties: count() })
    .from(registrations)
    .innerJoin(participants, eq(participants.id, registrations.participantId))
    .where(active)
    .groupBy(participants.preferredContact);
  const [helped] = await ctx.db
    .select({ n: count() })
    .from(registrations)
    .where(and(active, isNotNull(registrations.helperContact)));
  const told = { email: 0, phone: 0, letter: 0, none: 0, helpers: helped?.n ?? 0 };
  for (const row of rows) told[row.channel] = row.parties;
  return told;
}

/** True when an event has this slug. */
export async function isSlugTaken(ctx: Ctx, slug: string): Promise<boolean> {
  const [row] = await ctx.db.select({ id: events.id }).from(events).where(eq(events.slug, slug));
  return row !== undefined;
}

/** Everything about one event that words may be found in. Throws for one that is not there. */
export async function getEventForSearch(ctx: Ctx, eventId: string) {
  const [row] = await ctx.db
    .select({ event: events, venue: venues, neighbourhood: neighbourhoods, host: organisations })
    .from(events)
    .leftJoin(venues, eq(venues.id, events.venueId))
    .leftJoin(neighbourhoods, eq(neighbourhoods.id, events.neighbourhoodId))
    .leftJoin(organisations, eq(organisations.id, events.hostId))
    .where(eq(events.id, eventId));
  if (!row) throw new Error("An event vanished while it was put into search.");
  return row;
}

/** Ids of all public events. */
export async function listPublicIds(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db.select({ id: events.id }).from(events).where(PUBLIC).orderBy(asc(events.id));
  return rows.map((row) => row.id);
}

/** Every decision about one registration's places, oldest first, with who went past it. */
export async function listHistory(ctx: Ctx, registrationId: string): Promise<HistoryNote[]> {
  const other = aliasedTable(registrations, "other");
  const rows = await ctx.db
    .select({ note: allocationNotes, reference: other.reference, places: other.places })
    .from(allocationNotes)
    .leftJoin(other, eq(other.id, allocationNotes.passedBy))
    .where(eq(allocationNotes.registrationId, registrationId))
    .orderBy(asc(allocationNotes.at), asc(allocationNotes.id));
  return rows.map(({ note, reference, places }) => ({
    ...note,
    passedBy: reference === null ? null : { reference, places: places ?? 0 },
  }));
}

/** What one party was told or is to be told, oldest first, without the words. */
export async function listTold(ctx: Ctx, registrationId: string) {
  return ctx.db
    .select({
      id: messages.id,
      subject: messages.subject,
      channel: messages.channel,
      state: messages.state,
      createdAt: messages.createdAt,
      doneAt: messages.doneAt,
    })
    .from(messages)
    .where(and(eq(messages.aboutKind, "registration"), eq(messages.aboutId, registrationId)))
    .orderBy(asc(messages.createdAt), asc(messages.id));
}

/** The other active registration that this one may be a second of, or null when there is none to judge. */
export async function findTwin(ctx: Ctx, { registration, event }: Party): Promise<Party | null> {
  if (!registration.possibleDuplicateOf) return null;
  const active: readonly string[] = ACTIVE;
  const other = await findParty(ctx, { id: registration.possibleDuplicateOf });
  if (!other || other.event.id !== event.id) return null;
  return active.includes(registration.state) && active.includes(other.registration.state) ? other : null;
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
