import { aliasedTable, and, asc, count, eq, inArray, isNotNull, sum } from "drizzle-orm";
import { allocationNotes, registrations } from "~/db/tables/events";
import { participants } from "~/db/tables/people";
import { messages } from "~/db/tables/platform";
import type { Ctx } from "~/platform/context.server";
import type { HistoryNote } from "./history";
import { may } from "./may";
import type { Party } from "./messages";
import { findParty } from "./read-registrations.server";
import { ACTIVE } from "./rules";

/** The registration as the event's team sees it, or null for one that they do not reach. */
export async function findPartyForStaff(ctx: Ctx, id: string): Promise<Party | null> {
  const party = await findParty(ctx, { id });
  return party && may.seeRegistrations(ctx.actor, party.event) ? party : null;
}

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
