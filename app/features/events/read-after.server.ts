import {
  and,
  asc,
  count,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
  ne,
  or,
  sql,
  sum,
} from "drizzle-orm";
import { events, registrations } from "~/db/tables/events";
import { attendances, listClosings } from "~/db/tables/events-attendance";
import { eventAfter, eventNotes, nextSteps } from "~/db/tables/events-notes";
import { participants } from "~/db/tables/people";
import type { Ctx } from "~/platform/context.server";
import {
  ASK_AFTER_HOURS,
  ASK_ANYWAY_HOURS,
  ASK_WITHIN_DAYS,
  openUntil,
  type Telling,
  tellingAt,
  tellingChangesAt,
} from "./after";
import { may } from "./may";
import type { Party } from "./messages";
import { type EventRow, type EventSeen, findEvent, findEventRow } from "./read.server";
import { findClosing } from "./read-attendance.server";
import { effectsOf } from "./read-notes.server";
import { findForStaff } from "./read-staff.server";
import { isClosed } from "./reckon";

/** Until when an event takes notes and feedback, and when people were asked. */
export async function findAfter(ctx: Ctx, event: EventRow) {
  const [row] = await ctx.db.select().from(eventAfter).where(eq(eventAfter.eventId, event.id));
  return { until: openUntil(event, row ?? null), askedAt: row?.askedAt ?? null };
}

/** An event that somebody tells something about: what they may do now and when that changes. */
export type Told = { seen: EventSeen; telling: Telling; until: Date; changesAt: Date | null };

/** The event at this address as whoever was there finds it afterwards, or null. */
export async function findToTell(ctx: Ctx, slug: string): Promise<Told | null> {
  const seen = await findEvent(ctx, slug);
  if (!seen || seen.event.state === "draft") return null;
  const { until } = await findAfter(ctx, seen.event);
  return {
    seen,
    until,
    telling: tellingAt(seen.event, until, ctx.now),
    changesAt: tellingChangesAt(seen.event, until, ctx.now),
  };
}

/** The event as those see it who judge what was said there, or null for one that they do not reach. */
export async function findToJudge(ctx: Ctx, slug: string): Promise<EventSeen | null> {
  const forStaff = await findForStaff(ctx, slug);
  if (forStaff) return forStaff;
  const seen = await findEvent(ctx, slug);
  return seen && may.judgeNotes(ctx.actor, seen.event) ? seen : null;
}

/** Notes of an event by state and question. */
export async function countNotes(ctx: Ctx, eventId: string) {
  const rows = await ctx.db
    .select({
      question: eventNotes.question,
      state: eventNotes.state,
      n: count(),
      agreeing: sum(eventNotes.agreeing),
      carried: sql<number>`count(case when ${eventNotes.nextStepId} is not null or ${exists(effectsOf(ctx))} then 1 end)`,
    })
    .from(eventNotes)
    .where(eq(eventNotes.eventId, eventId))
    .groupBy(eventNotes.question, eventNotes.state);
  const all = (of: (row: (typeof rows)[number]) => number, keep: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(keep).reduce((n, row) => n + of(row), 0);
  const one = (row: (typeof rows)[number]) => row.n;
  const clear = (row: (typeof rows)[number]) => row.state === "clear";
  return {
    all: all(one, () => true),
    waiting: all(one, (row) => row.state === "waiting"),
    clear: all(one, clear),
    setAside: all(one, (row) => row.state === "set_aside"),
    carried: all((row) => Number(row.carried), clear),
    worked: all(one, (row) => clear(row) && row.question === "worked_well"),
    hard: all(one, (row) => clear(row) && row.question === "challenge"),
    next: all(one, (row) => clear(row) && row.question === "priority"),
  };
}

/** Where notes of an event were carried to, with how many of them that may be counted. */
export async function listSteps(ctx: Ctx, eventId: string) {
  const counted = and(eq(eventNotes.nextStepId, nextSteps.id), eq(eventNotes.state, "clear"));
  const rows = await ctx.db
    .select({ step: nextSteps, notes: count(eventNotes.id) })
    .from(nextSteps)
    .leftJoin(eventNotes, counted)
    .where(eq(nextSteps.eventId, eventId))
    .groupBy(nextSteps.id)
    .orderBy(asc(nextSteps.createdAt), asc(nextSteps.id));
  return rows;
}

/** One next step with its event, or null. */
export async function findStep(ctx: Ctx, id: string) {
  const [row] = await ctx.db.select().from(nextSteps).where(eq(nextSteps.id, id));
  if (!row) return null;
  const event = await findEventRow(ctx, { id: row.eventId });
  return event && may.carryOn(ctx.actor, event) ? { step: row, event } : null;
}

/** Ids of events that are over for a day, whose people nobody has asked how it was. */
export async function listUnasked(ctx: Ctx, limit: number): Promise<string[]> {
  const hour = 3_600_000;
  const closed = ctx.db
    .select({ id: listClosings.id })
    .from(listClosings)
    .where(and(eq(listClosings.eventId, events.id), isNull(listClosings.reopenedAt)));
  const rows = await ctx.db
    .select({ id: events.id })
    .from(events)
    .leftJoin(eventAfter, eq(eventAfter.eventId, events.id))
    .where(
      and(
        eq(events.state, "published"),
        ne(events.registration, "none"),
        lte(events.endsAt, new Date(ctx.now.getTime() - ASK_AFTER_HOURS * hour)),
        // Where the list is not closed, who came and who did not is waited for, but not for long.
        or(exists(closed), lte(events.endsAt, new Date(ctx.now.getTime() - ASK_ANYWAY_HOURS * hour))),
        gt(events.endsAt, new Date(ctx.now.getTime() - ASK_WITHIN_DAYS * 24 * hour)),
        sql`${eventAfter.askedAt} is null`,
      ),
    )
    .orderBy(asc(events.endsAt), asc(events.id))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** A party to ask how it was, and whether they came. */
export type Asked = Party & { came: boolean };

/**
 * Parties to ask how an event was. Once the list is closed, who was not checked in did not come; before
 * that, who had a place is taken to have. Those who gave their place up said so and are left in peace.
 */
export async function listToAsk(ctx: Ctx, event: EventRow): Promise<Asked[]> {
  const isComplete = isClosed(await findClosing(ctx, event.id));
  const checkedIn = ctx.db
    .select({ id: attendances.registrationId })
    .from(attendances)
    .where(
      and(
        eq(attendances.eventId, event.id),
        isNotNull(attendances.registrationId),
        isNull(attendances.undoneAt),
      ),
    );
  const came = new Set((await checkedIn).map((row) => row.id));
  const rows = await ctx.db
    .select({ registration: registrations, participant: participants })
    .from(registrations)
    .innerJoin(participants, eq(participants.id, registrations.participantId))
    .where(
      and(
        eq(registrations.eventId, event.id),
        inArray(registrations.state, ["confirmed", "offered", "waiting"]),
        eq(registrations.gaveFeedback, false),
      ),
    )
    .orderBy(asc(registrations.queueNumber));
  return rows.map((row) => ({
    ...row,
    event,
    came: came.has(row.registration.id) || (!isComplete && row.registration.state === "confirmed"),
  }));
}
