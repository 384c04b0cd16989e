import { and, asc, count, gte, inArray, lt, sum } from "drizzle-orm";
import { adjustmentCounts, attendanceCounts, events, registrations } from "~/db/tables/events";
import type { Ctx } from "~/platform/context.server";
import { may } from "./may";
import type { EventRow } from "./read.server";

/** From the first moment up to, but not including, the second. */
export type Span = { from: Date; to: Date };

/** One event in numbers. Parties are counted, except by `attended`, `noShow` and `walkIns`, which are people. */
export type EventTally = {
  event: EventRow;
  parties: { all: number; confirmed: number; offered: number; waiting: number; cancelled: number };
  attended: number;
  noShow: number;
  walkIns: number;
  adjustments: { requested: number; met: number; partly: number; notMet: number };
};

/** Attendance of one neighbourhood's people; its id is "" for people who did not say. */
export type AttendanceFrom = {
  neighbourhoodId: string;
  attended: number;
  noShow: number;
  walkIns: number;
};

/** The events that begin in the span and whose lists the actor may see, oldest first, in numbers. */
export async function listEventTallies(ctx: Ctx, span: Span): Promise<EventTally[]> {
  const mine = await listMine(ctx, span);
  const ids = mine.map((event) => event.id);
  if (ids.length === 0) return [];
  const states = await ctx.db
    .select({ eventId: registrations.eventId, state: registrations.state, n: count() })
    .from(registrations)
    .where(inArray(registrations.eventId, ids))
    .groupBy(registrations.eventId, registrations.state);
  const came = await ctx.db
    .select({
      eventId: attendanceCounts.eventId,
      attended: sum(attendanceCounts.attended),
      noShow: sum(attendanceCounts.noShow),
      walkIns: sum(attendanceCounts.walkIns),
    })
    .from(attendanceCounts)
    .where(inArray(attendanceCounts.eventId, ids))
    .groupBy(attendanceCounts.eventId);
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

  return mine.map((event) => {
    const ofEvent = states.filter((row) => row.eventId === event.id);
    const inState = (state: string) => ofEvent.find((row) => row.state === state)?.n ?? 0;
    const attendance = came.find((row) => row.eventId === event.id);
    const adjustments = asked.find((row) => row.eventId === event.id);
    return {
      event,
      parties: {
        all: ofEvent.reduce((n, row) => n + row.n, 0),
        confirmed: inState("confirmed"),
        offered: inState("offered"),
        waiting: inState("waiting"),
        cancelled: inState("cancelled"),
      },
      attended: Number(attendance?.attended ?? 0),
      noShow: Number(attendance?.noShow ?? 0),
      walkIns: Number(attendance?.walkIns ?? 0),
      adjustments: {
        requested: Number(adjustments?.requested ?? 0),
        met: Number(adjustments?.met ?? 0),
        partly: Number(adjustments?.partly ?? 0),
        notMet: Number(adjustments?.notMet ?? 0),
      },
    };
  });
}

/** The same events' attendance by the neighbourhood where people live. */
export async function listAttendance(ctx: Ctx, span: Span): Promise<AttendanceFrom[]> {
  const ids = (await listMine(ctx, span)).map((event) => event.id);
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .select({
      neighbourhoodId: attendanceCounts.neighbourhoodId,
      attended: sum(attendanceCounts.attended),
      noShow: sum(attendanceCounts.noShow),
      walkIns: sum(attendanceCounts.walkIns),
    })
    .from(attendanceCounts)
    .where(inArray(attendanceCounts.eventId, ids))
    .groupBy(attendanceCounts.neighbourhoodId);
  return rows.map((row) => ({
    neighbourhoodId: row.neighbourhoodId,
    attended: Number(row.attended),
    noShow: Number(row.noShow),
    walkIns: Number(row.walkIns),
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
