import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, lt, max, sql, sum } from "drizzle-orm";
import { adjustmentCounts, events, registrations } from "~/db/tables/events";
import { attendances, listClosings } from "~/db/tables/events-attendance";
import { participants } from "~/db/tables/people";
import type { Ctx } from "~/platform/context.server";
import { may } from "./may";
import { type EventRow, PUBLIC } from "./read.server";
import { NOBODY, type Reckoning, reckon, type Standing } from "./reckon";

/** From the first moment up to, but not including, the second. */
export type Span = { from: Date; to: Date };

/** One event in numbers. Parties are counted by `parties` and `adjustments`, people by all others. */
export type EventTally = Reckoning & {
  event: EventRow;
  parties: { all: number; confirmed: number; offered: number; waiting: number; cancelled: number };
  adjustments: { requested: number; met: number; partly: number; notMet: number };
};

/** Attendance of one neighbourhood's people; its id is "" for people who did not say. */
export type AttendanceFrom = {
  neighbourhoodId: string;
  attended: number;
  noShow: number;
  walkIns: number;
};

/** The events that begin in the span and whose lists the actor may see, oldest first, in numbers. True numbers: for staff. */
export async function listEventTallies(ctx: Ctx, span: Span): Promise<EventTally[]> {
  const mine = await listMine(ctx, span);
  const ids = mine.map((event) => event.id);
  if (ids.length === 0) return [];
  const states = await ctx.db
    .select({ eventId: registrations.eventId, state: registrations.state, n: count() })
    .from(registrations)
    .where(inArray(registrations.eventId, ids))
    .groupBy(registrations.eventId, registrations.state);
  const asked = await ctx.db
    .select({
      eventId: adjustmentCounts.eventId,
      requested: sum(adjustmentCounts.requested),
      met: sum(adjustmentCounts.met),
      partly: sum(adjustmentCounts.partly),
      notMet: sum(adjustmentCounts.notMet),
    })
    .from(adjustmentCounts)
    .where(inArray(adjustmentCounts.eventId, ids))
    .groupBy(adjustmentCounts.eventId);
  const reckonings = await reckonEvents(ctx, ids);

  return mine.map((event) => {
    const ofEvent = states.filter((row) => row.eventId === event.id);
    const inState = (state: string) => ofEvent.find((row) => row.state === state)?.n ?? 0;
    const adjustments = asked.find((row) => row.eventId === event.id);
    return {
      ...(reckonings.get(event.id) ?? NOBODY),
      event,
      parties: {
        all: ofEvent.reduce((n, row) => n + row.n, 0),
        confirmed: inState("confirmed"),
        offered: inState("offered"),
        waiting: inState("waiting"),
        cancelled: inState("cancelled"),
      },
      adjustments: {
        requested: Number(adjustments?.requested ?? 0),
        met: Number(adjustments?.met ?? 0),
        partly: Number(adjustments?.partly ?? 0),
        notMet: Number(adjustments?.notMet ?? 0),
      },
    };
  });
}

/** Public events that begin in the span, whoever asks, with how many bookings were ever made. True numbers: for staff. */
export async function listBookedEvents(ctx: Ctx, { from, to }: Span) {
  const { id, slug, title, startsAt } = events;
  return ctx.db
    .select({ id, slug, title, bookings: count(registrations.id) })
    .from(events)
    .leftJoin(registrations, eq(registrations.eventId, id))
    .where(and(PUBLIC, gte(startsAt, from), lt(startsAt, to)))
    .groupBy(id, slug, title, startsAt)
    .orderBy(asc(startsAt), asc(id));
}

/** The same events' attendance by the neighbourhood where people live. */
export async function listAttendance(ctx: Ctx, span: Span): Promise<AttendanceFrom[]> {
  const ids = (await listMine(ctx, span)).map((event) => event.id);
  const homes = new Map<string, AttendanceFrom>();
  for (const { home, reckoning } of await reckonParts(ctx, ids, "home")) {
    const row = homes.get(home) ?? { neighbourhoodId: home, attended: 0, noShow: 0, walkIns: 0 };
    row.attended += reckoning.attended;
    row.noShow += reckoning.noShow;
    row.walkIns += reckoning.walkIns;
    homes.set(home, row);
  }
  return [...homes.values()];
}

/** What became of everyone at these events, by the event's id. Reckoned afresh from the facts each time. */
export async function reckonEvents(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Reckoning>> {
  const totals = new Map<string, Reckoning>();
  for (const { eventId, reckoning } of await reckonParts(ctx, ids, "event")) totals.set(eventId, reckoning);
  return totals;
}

/** What became of everyone at one event. */
export async function reckonEvent(ctx: Ctx, eventId: string): Promise<Reckoning> {
  return (await reckonEvents(ctx, [eventId])).get(eventId) ?? NOBODY;
}

/** The newest closing of an event's list, or null when it was never closed. */
export async function findClosing(ctx: Ctx, eventId: string) {
  const [row] = await ctx.db
    .select()
    .from(listClosings)
    .where(eq(listClosings.eventId, eventId))
    .orderBy(desc(listClosings.closedAt), desc(listClosings.id))
    .limit(1);
  return row ?? null;
}

const NO_HOME = sql<string | null>`null`;

/** People of one event, and of one home where they are asked for by home; "" where nobody said or asked. */
type Part = { eventId: string; home: string; reckoning: Reckoning };

/** Each event's people, whole or by where they live: two small tables of sums, whatever the number of bookings. True numbers: for staff. */
async function reckonParts(ctx: Ctx, ids: readonly string[], by: "home" | "event"): Promise<Part[]> {
  if (ids.length === 0) return [];
  const closed = new Set(
    (
      await ctx.db
        .select({ eventId: listClosings.eventId })
        .from(listClosings)
        .where(and(inArray(listClosings.eventId, [...ids]), isNull(listClosings.reopenedAt)))
    ).map((row) => row.eventId),
  );
  const standings = await listStandings(ctx, ids, by);
  const walkIns = await ctx.db
    .select({
      eventId: attendances.eventId,
      home: by === "home" ? attendances.neighbourhoodId : NO_HOME,
      people: sum(attendances.people),
    })
    .from(attendances)
    .where(
      and(
        inArray(attendances.eventId, [...ids]),
        eq(attendances.came, "walk_in"),
        isNull(attendances.undoneAt),
      ),
    )
    .groupBy(attendances.eventId, ...(by === "home" ? [attendances.neighbourhoodId] : []));

  const keys = new Map([...standings, ...walkIns].map((row) => [`${row.eventId} ${row.home ?? ""}`, row]));
  return [...keys.values()].map(({ eventId, home }) => {
    const isHere = (row: { eventId: string; home: string | null }) =>
      row.eventId === eventId && row.home === home;
    const came = Number(walkIns.find(isHere)?.people ?? 0);
    return {
      eventId,
      home: home ?? "",
      reckoning: reckon(standings.filter(isHere), came, closed.has(eventId)),
    };
  });
}

/**
 * How many of each registration came: where two devices noted the same party, the larger number and not
 * the sum. True numbers: for staff.
 */
async function listStandings(ctx: Ctx, ids: readonly string[], by: "home" | "event") {
  const here = ctx.db
    .select({ registrationId: attendances.registrationId, people: max(attendances.people).as("came_people") })
    .from(attendances)
    .where(
      and(
        inArray(attendances.eventId, [...ids]),
        isNotNull(attendances.registrationId),
        isNull(attendances.undoneAt),
      ),
    )
    .groupBy(attendances.registrationId)
    .as("here");
  const came = sql`coalesce(${here.people}, 0)`;
  const rows = await ctx.db
    .select({
      eventId: registrations.eventId,
      home: by === "home" ? participants.neighbourhoodId : NO_HOME,
      state: registrations.state,
      people: sum(registrations.party),
      came: sql<number>`sum(case when ${came} > ${registrations.party} then ${registrations.party} else ${came} end)`,
      beyond: sql<number>`sum(case when ${came} > ${registrations.party} then ${came} - ${registrations.party} else 0 end)`,
    })
    .from(registrations)
    // Both engines leave this out where no column of it is asked for; an inner join they would do.
    .leftJoin(participants, eq(participants.id, registrations.participantId))
    .leftJoin(here, eq(here.registrationId, registrations.id))
    .where(inArray(registrations.eventId, [...ids]))
    .groupBy(
      registrations.eventId,
      registrations.state,
      ...(by === "home" ? [participants.neighbourhoodId] : []),
    );
  return rows.map((row): Standing & { eventId: string; home: string | null } => ({
    ...row,
    people: Number(row.people),
    came: Number(row.came),
    beyond: Number(row.beyond),
  }));
}

async function listMine(ctx: Ctx, { from, to }: Span): Promise<EventRow[]> {
  const rows = await ctx.db
    .select()
    .from(events)
    .where(and(gte(events.startsAt, from), lt(events.startsAt, to)))
    .orderBy(asc(events.startsAt), asc(events.id));
  return rows.filter((event) => may.seeRegistrations(ctx.actor, event));
}
