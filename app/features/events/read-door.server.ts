import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  like,
  max,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { events, registrationNeeds, registrations } from "~/db/tables/events";
import { attendances } from "~/db/tables/events-attendance";
import { accounts, participants } from "~/db/tables/people";
import { foldName } from "~/features/people/record-participant.server";
import type { Ctx } from "~/platform/context.server";
import { referenceIn } from "./arrivals";
import { may } from "./may";
import type { EventRow } from "./read.server";

const PAGE = 50;

/** A party as it stands at the door: who, how many, what they asked for, and how many of them are here. */
export type AtDoor = Awaited<ReturnType<typeof listAtDoor>>["rows"][number];

/**
 * One page of an event's parties by name. Without words: those with a place. With words: anybody whose name
 * holds them or whose reference they are, also who waits or cancelled. What people asked for is read only
 * for whoever may see it.
 */
export async function listAtDoor(ctx: Ctx, event: EventRow, { words = "", after = "" } = {}) {
  const wanted = words ? found(words) : eq(registrations.state, "confirmed");
  const rows = await ctx.db
    .select({ registration: registrations, name: participants.name })
    .from(registrations)
    .innerJoin(participants, eq(participants.id, registrations.participantId))
    .where(and(eq(registrations.eventId, event.id), wanted, await beyond(ctx, after)))
    .orderBy(asc(participants.nameFolded), asc(registrations.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const ids = page.map((row) => row.registration.id);
  const seesNeeds = may.seeNeeds(ctx.actor, event);
  const needs = seesNeeds ? await needsOf(ctx, ids) : [];
  const facts = await factsOf(ctx, ids);
  return {
    rows: page.map(({ registration, name }) => {
      const { id, reference, state, party, language, needsDetail } = registration;
      const own = facts.filter((fact) => fact.registrationId === id);
      return {
        id,
        name,
        reference,
        state,
        party,
        needs: needs.filter((row) => row.registrationId === id).map((row) => row.need),
        asked: seesNeeds ? [language, needsDetail].filter(isSaid) : [],
        here: Math.max(0, ...own.map((fact) => fact.people)),
        since: own[0]?.arrivedAt ?? null,
        /** The one check-in that can be changed or taken back here; two are for the list of clashes. */
        factId: own.length === 1 ? (own[0]?.id ?? null) : null,
      };
    }),
    next: rows.length > PAGE ? (page.at(-1)?.registration.id ?? null) : null,
  };
}

/** Check-ins of these parties that hold, the first first. */
function factsOf(ctx: Ctx, ids: string[]) {
  return ctx.db
    .select()
    .from(attendances)
    .where(and(inArray(attendances.registrationId, ids), isNull(attendances.undoneAt)))
    .orderBy(asc(attendances.arrivedAt), asc(attendances.id));
}

const isSaid = (words: string | null): words is string => words !== null;

/** The door of the event that a reference belongs to, for its team alone; null for others, and when it is none. */
export async function findDoorOf(
  ctx: Ctx,
  words: string,
): Promise<{ slug: string; reference: string } | null> {
  const reference = referenceIn(words);
  if (!reference) return null;
  const [row] = await ctx.db
    .select({ event: events })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(eq(registrations.reference, reference));
  return row && may.checkIn(ctx.actor, row.event) ? { slug: row.event.slug, reference } : null;
}

/** Parties that the words name: by the whole reference, or by part of the name. */
function found(words: string): SQL | undefined {
  const reference = referenceIn(words);
  const folded = foldName(words);
  const byName = folded ? like(participants.nameFolded, `%${folded}%`) : undefined;
  return (
    or(reference ? eq(registrations.reference, reference) : undefined, byName) ?? isNull(registrations.id)
  );
}

async function beyond(ctx: Ctx, after: string): Promise<SQL | undefined> {
  if (!after) return undefined;
  const [last] = await ctx.db
    .select({ folded: participants.nameFolded })
    .from(registrations)
    .innerJoin(participants, eq(participants.id, registrations.participantId))
    .where(eq(registrations.id, after));
  if (!last) return undefined;
  return or(
    gt(participants.nameFolded, last.folded),
    and(eq(participants.nameFolded, last.folded), gt(registrations.id, after)),
  );
}

/** How many of each registration are here: the larger number where two devices noted them. */
function hereOf(ctx: Ctx, eventId: string) {
  return ctx.db
    .select({
      registrationId: attendances.registrationId,
      people: max(attendances.people).as("here_people"),
    })
    .from(attendances)
    .where(
      and(
        eq(attendances.eventId, eventId),
        isNotNull(attendances.registrationId),
        isNull(attendances.undoneAt),
      ),
    )
    .groupBy(attendances.registrationId)
    .as("here");
}

function needsOf(ctx: Ctx, ids: string[]) {
  return ctx.db
    .select({ registrationId: registrationNeeds.registrationId, need: registrationNeeds.need })
    .from(registrationNeeds)
    .where(inArray(registrationNeeds.registrationId, ids));
}

/**
 * Everyone of an event as a device at the door keeps them: id, name, reference, people, state, how many are
 * here, and nothing else. Of those who cancelled only the reference, so that the door can say so.
 */
export async function listForDevice(ctx: Ctx, eventId: string) {
  const here = hereOf(ctx, eventId);
  const rows = await ctx.db
    .select({
      id: registrations.id,
      name: participants.name,
      reference: registrations.reference,
      party: registrations.party,
      state: registrations.state,
      here: here.people,
    })
    .from(registrations)
    .innerJoin(participants, eq(participants.id, registrations.participantId))
    .leftJoin(here, eq(here.registrationId, registrations.id))
    .where(eq(registrations.eventId, eventId))
    .orderBy(asc(participants.nameFolded), asc(registrations.id));
  return rows.map((row) => ({
    ...row,
    name: row.state === "cancelled" ? "" : row.name,
    here: Number(row.here ?? 0),
  }));
}

/** The newest facts of an event's door, with whose they are and who noted them; undone ones too. */
export async function listArrivals(ctx: Ctx, eventId: string, limit: number) {
  return ctx.db
    .select({ fact: attendances, name: participants.name, by: accounts.name })
    .from(attendances)
    .leftJoin(registrations, eq(registrations.id, attendances.registrationId))
    .leftJoin(
      participants,
      eq(participants.id, sql`coalesce(${registrations.participantId}, ${attendances.participantId})`),
    )
    .leftJoin(accounts, eq(accounts.id, attendances.recordedBy))
    .where(eq(attendances.eventId, eventId))
    .orderBy(desc(attendances.receivedAt), desc(attendances.arrivedAt), desc(attendances.id))
    .limit(limit);
}

/** Parties that were checked in more than once, each time as it was noted, the first first. */
export async function listClashes(ctx: Ctx, eventId: string) {
  const twice = ctx.db
    .select({ registrationId: attendances.registrationId })
    .from(attendances)
    .where(
      and(
        eq(attendances.eventId, eventId),
        isNotNull(attendances.registrationId),
        isNull(attendances.undoneAt),
      ),
    )
    .groupBy(attendances.registrationId)
    .having(gt(count(), 1));
  const rows = await ctx.db
    .select({ fact: attendances, name: participants.name, registration: registrations, by: accounts.name })
    .from(attendances)
    .innerJoin(registrations, eq(registrations.id, attendances.registrationId))
    .innerJoin(participants, eq(participants.id, registrations.participantId))
    .leftJoin(accounts, eq(accounts.id, attendances.recordedBy))
    .where(and(inArray(attendances.registrationId, twice), isNull(attendances.undoneAt)))
    .orderBy(asc(participants.nameFolded), asc(attendances.arrivedAt), asc(attendances.id));
  const parties = new Map<string, typeof rows>();
  for (const row of rows)
    parties.set(row.registration.id, [...(parties.get(row.registration.id) ?? []), row]);
  return [...parties.values()];
}

/** Counts of everyone in the room, the newest first. */
export async function listHeadCounts(ctx: Ctx, eventId: string) {
  return ctx.db
    .select({ id: attendances.id, people: attendances.people, at: attendances.arrivedAt })
    .from(attendances)
    .where(
      and(eq(attendances.eventId, eventId), eq(attendances.came, "in_room"), isNull(attendances.undoneAt)),
    )
    .orderBy(desc(attendances.arrivedAt), desc(attendances.id))
    .limit(10);
}

/** Names and party sizes of everyone with a place, by name: all that a sheet of paper at the door may hold. */
export async function listBadgeNames(ctx: Ctx, eventId: string) {
  return ctx.db
    .select({ id: registrations.id, name: participants.name, party: registrations.party })
    .from(registrations)
    .innerJoin(participants, eq(participants.id, registrations.participantId))
    .where(and(eq(registrations.eventId, eventId), eq(registrations.state, "confirmed")))
    .orderBy(asc(participants.nameFolded), asc(registrations.id));
}
