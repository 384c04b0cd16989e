import {
  and,
  asc,
  count,
  countDistinct,
  desc,
  eq,
  exists,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  notExists,
  or,
  type SQL,
} from "drizzle-orm";
import { events, registrationNeeds, registrations } from "~/db/tables/events";
import { attendances } from "~/db/tables/events-attendance";
import { invitations } from "~/db/tables/events-invitations";
import { needTasks } from "~/db/tables/events-needs";
import { retentionHolds, retentionRuns } from "~/db/tables/events-retention";
import { accounts, participants } from "~/db/tables/people";
import { stillRemembered } from "~/features/people/read-remembered.server";
import type { Periods } from "~/features/places/periods";
import { getPeriods } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";

const DAY_MS = 86_400_000;

/** When what people asked for at an event that ended then is deleted. */
export const needsGoAt = (endsAt: Date, { accessNeedsDays }: Pick<Periods, "accessNeedsDays">) =>
  new Date(endsAt.getTime() + accessNeedsDays * DAY_MS);

/** A moment so many months later, or earlier where they are below nought. */
function monthsFrom(moment: Date, months: number): Date {
  const date = new Date(moment);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date;
}

/** Of events that ended before this, the names go now. */
const namesBefore = async (ctx: Ctx) => monthsFrom(ctx.now, -(await getPeriods(ctx)).registrationMonths);

/** True for registrations that still hold what was asked for. */
function holdsNeeds(ctx: Ctx): SQL | undefined {
  const asked = ctx.db
    .select({ need: registrationNeeds.need })
    .from(registrationNeeds)
    .where(eq(registrationNeeds.registrationId, registrations.id));
  const worked = ctx.db
    .select({ id: needTasks.id })
    .from(needTasks)
    .where(eq(needTasks.registrationId, registrations.id));
  return or(
    exists(asked),
    exists(worked),
    isNotNull(registrations.needsDetail),
    isNotNull(registrations.language),
    isNotNull(registrations.helperName),
    isNotNull(registrations.helperContact),
  );
}

/** Holds that are in force on the event of the query around. */
function holdsOn(ctx: Ctx) {
  return ctx.db
    .select({ id: retentionHolds.id })
    .from(retentionHolds)
    .where(and(eq(retentionHolds.eventId, events.id), isNull(retentionHolds.liftedAt)));
}

/** Registrations that still hold what was asked for when those of their event are due, some at a time. */
export async function listForgettableNeeds(ctx: Ctx, limit: number) {
  const { accessNeedsDays } = await getPeriods(ctx);
  const before = new Date(ctx.now.getTime() - accessNeedsDays * DAY_MS);
  return ctx.db
    .select({ id: registrations.id, eventId: registrations.eventId })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(and(lt(events.endsAt, before), holdsNeeds(ctx), notExists(holdsOn(ctx))))
    .orderBy(asc(registrations.id))
    .limit(limit);
}

/** True for people whose details belong to them alone: no account, and nothing that they asked us to remember. */
async function isOnlyBooked(ctx: Ctx): Promise<SQL | undefined> {
  const account = ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.participantId, participants.id));
  const { said, confirmed } = await stillRemembered(ctx);
  return and(ne(participants.name, ""), notExists(account), notExists(said), notExists(confirmed));
}

/**
 * Ids of people with a name whose last event, booked or not, was so long ago that names go, some at a time. People with an
 * account are left out: it is theirs to end. So are those who want us to remember what they need, and
 * those of an event that is held.
 */
export async function listForgettablePeople(ctx: Ctx, limit: number): Promise<string[]> {
  const before = await namesBefore(ctx);
  const kept = ctx.db
    .select({ id: registrations.id })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(
      and(
        eq(registrations.participantId, participants.id),
        or(gte(events.endsAt, before), exists(holdsOn(ctx))),
      ),
    );
  const cameLater = ctx.db
    .select({ id: attendances.id })
    .from(attendances)
    .innerJoin(events, eq(events.id, attendances.eventId))
    .where(
      and(
        eq(attendances.participantId, participants.id),
        or(gte(events.endsAt, before), exists(holdsOn(ctx))),
      ),
    );
  const rows = await ctx.db
    .selectDistinct({ id: participants.id })
    .from(participants)
    .leftJoin(registrations, eq(registrations.participantId, participants.id))
    .leftJoin(attendances, eq(attendances.participantId, participants.id))
    .where(
      and(
        await isOnlyBooked(ctx),
        or(isNotNull(registrations.id), isNotNull(attendances.id)),
        notExists(kept),
        notExists(cameLater),
      ),
    )
    .orderBy(asc(participants.id))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** Invitations that still name somebody when the names of their event go, some at a time; held ones stay. */
export async function listForgettableInvitations(ctx: Ctx, limit: number): Promise<string[]> {
  const before = await namesBefore(ctx);
  const rows = await ctx.db
    .select({ id: invitations.id })
    .from(invitations)
    .innerJoin(events, eq(events.id, invitations.eventId))
    .where(and(lt(events.endsAt, before), ne(invitations.name, ""), notExists(holdsOn(ctx))))
    .orderBy(asc(invitations.id))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** The hold in force on an event, or null. */
export async function findHold(ctx: Ctx, eventId: string) {
  const [hold] = await ctx.db
    .select()
    .from(retentionHolds)
    .where(and(eq(retentionHolds.eventId, eventId), isNull(retentionHolds.liftedAt)));
  return hold ?? null;
}

/** How many events are held. */
export async function countHeld(ctx: Ctx): Promise<number> {
  const [row] = await ctx.db
    .select({ n: countDistinct(retentionHolds.eventId) })
    .from(retentionHolds)
    .where(isNull(retentionHolds.liftedAt));
  return row?.n ?? 0;
}

/** One event of the dry run: what of it will go, how much, and when; or why nothing goes. */
export type Going = {
  slug: string;
  title: string;
  endsAt: Date;
  needs: number;
  needsGoAt: Date;
  people: number;
  /** Invitations that name somebody; they go with the people. */
  invited: number;
  peopleGoAt: Date;
  hold: { reason: string; placedAt: Date; by: string | null } | null;
};

const MOST = 200;

/** What of the events that are over will be deleted and when, what goes first first. Deletes nothing. */
export async function previewRetention(ctx: Ctx): Promise<Going[]> {
  const periods = await getPeriods(ctx);
  const over = lt(events.endsAt, ctx.now);
  const onlyBooked = await isOnlyBooked(ctx);
  const withNeeds = await ctx.db
    .select({ eventId: events.id, n: count() })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(and(over, holdsNeeds(ctx)))
    .groupBy(events.id);
  const withPeople = await ctx.db
    .select({ eventId: events.id, n: countDistinct(participants.id) })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .innerJoin(participants, eq(participants.id, registrations.participantId))
    .where(and(over, onlyBooked))
    .groupBy(events.id);
  const withWalkIns = await ctx.db
    .select({ eventId: events.id, n: countDistinct(participants.id) })
    .from(attendances)
    .innerJoin(events, eq(events.id, attendances.eventId))
    .innerJoin(participants, eq(participants.id, attendances.participantId))
    .where(and(over, isNull(attendances.registrationId), onlyBooked))
    .groupBy(events.id);
  const withInvited = await ctx.db
    .select({ eventId: events.id, n: count() })
    .from(invitations)
    .innerJoin(events, eq(events.id, invitations.eventId))
    .where(and(over, ne(invitations.name, "")))
    .groupBy(events.id);
  const all = [...withNeeds, ...withPeople, ...withWalkIns, ...withInvited];
  const ids = [...new Set(all.map((row) => row.eventId))];
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .select({ event: events, hold: retentionHolds, by: accounts.name })
    .from(events)
    .leftJoin(retentionHolds, and(eq(retentionHolds.eventId, events.id), isNull(retentionHolds.liftedAt)))
    .leftJoin(accounts, eq(accounts.id, retentionHolds.placedBy))
    .where(inArray(events.id, ids))
    .orderBy(asc(events.endsAt), asc(events.id))
    .limit(MOST);
  const of = (list: typeof withNeeds, id: string) => list.find((row) => row.eventId === id)?.n ?? 0;
  const going = rows.map(({ event, hold, by }) => ({
    slug: event.slug,
    title: event.title,
    endsAt: event.endsAt,
    needs: of(withNeeds, event.id),
    needsGoAt: needsGoAt(event.endsAt, periods),
    people: of(withPeople, event.id) + of(withWalkIns, event.id),
    invited: of(withInvited, event.id),
    peopleGoAt: monthsFrom(event.endsAt, periods.registrationMonths),
    hold: hold && { reason: hold.reason, placedAt: hold.placedAt, by },
  }));
  const next = (one: Going) => (one.needs > 0 ? one.needsGoAt : one.peopleGoAt).getTime();
  return going.sort((a, b) => next(a) - next(b));
}

/** The last runs that deleted something, the newest first. */
export async function listRuns(ctx: Ctx) {
  return ctx.db
    .select({ run: retentionRuns, by: accounts.name })
    .from(retentionRuns)
    .leftJoin(accounts, eq(accounts.id, retentionRuns.startedBy))
    .orderBy(desc(retentionRuns.id))
    .limit(20);
}
