import { aliasedTable, and, asc, count, desc, eq, gt, gte, inArray, lt, ne, sql } from "drizzle-orm";
import { events, registrations } from "~/db/tables/events";
import { claims } from "~/db/tables/events-claims";
import { eventNotes } from "~/db/tables/events-notes";
import { participants } from "~/db/tables/people";
import { messages } from "~/db/tables/platform";
import type { Ctx } from "~/platform/context.server";
import { startOfDay } from "~/platform/london";
import { selectSeen } from "./read.server";
import { listNeedsDueSoon } from "./read-needs.server";
import { inReach } from "./read-staff.server";
import { ACTIVE } from "./rules";

const MOST = 20;

/** What waits for a member of staff in events that they reach: the page that they begin the day with. */
export async function getWaitingWork(ctx: Ctx) {
  return {
    offers: await listLiveOffers(ctx),
    tasks: await countTasks(ctx),
    duplicates: await listPossibleDuplicates(ctx),
    drafts: await listDrafts(ctx),
    overfull: await listOverfull(ctx),
    today: await listToday(ctx),
    needs: await listNeedsDueSoon(ctx, MOST),
    notes: await listUnread(ctx),
    claims: await countOpenClaims(ctx),
  };
}

/** Offers that nobody has answered yet, the next to lapse first. */
async function listLiveOffers(ctx: Ctx) {
  return ctx.db
    .select({ event: events, registration: registrations, participant: participants })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .innerJoin(participants, eq(participants.id, registrations.participantId))
    .where(and(inReach(ctx.actor, "work"), eq(registrations.state, "offered")))
    .orderBy(asc(registrations.offerExpiresAt), asc(registrations.id))
    .limit(MOST);
}

/** Calls and texts to make, letters to post and what is made by hand, about places at events. */
async function countTasks(ctx: Ctx) {
  const rows = await ctx.db
    .select({ channel: messages.channel, n: count() })
    .from(messages)
    .innerJoin(registrations, eq(registrations.id, messages.aboutId))
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(
      and(
        inReach(ctx.actor, "work"),
        eq(messages.aboutKind, "registration"),
        eq(messages.state, "waiting"),
        ne(messages.channel, "email"),
      ),
    )
    .groupBy(messages.channel);
  const of = (channel: string) => rows.find((row) => row.channel === channel)?.n ?? 0;
  return { call: of("call"), letter: of("letter"), text: of("text"), by_hand: of("by_hand") };
}

/** Pairs of active registrations at an event to come that look like one person. */
async function listPossibleDuplicates(ctx: Ctx) {
  const other = aliasedTable(registrations, "other");
  return ctx.db
    .select({ event: events, registration: registrations, participant: participants })
    .from(registrations)
    .innerJoin(other, eq(other.id, registrations.possibleDuplicateOf))
    .innerJoin(events, eq(events.id, registrations.eventId))
    .innerJoin(participants, eq(participants.id, registrations.participantId))
    .where(
      and(
        inReach(ctx.actor, "work"),
        gt(events.endsAt, ctx.now),
        inArray(registrations.state, [...ACTIVE]),
        inArray(other.state, [...ACTIVE]),
      ),
    )
    .orderBy(asc(events.startsAt), asc(registrations.queueNumber))
    .limit(MOST);
}

/** Drafts that the actor could publish, the soonest first. */
async function listDrafts(ctx: Ctx) {
  return selectSeen(ctx)
    .where(and(inReach(ctx.actor, "organise"), eq(events.state, "draft")))
    .orderBy(asc(events.startsAt), asc(events.id))
    .limit(MOST);
}

/** Events to come with more places taken than there are. */
async function listOverfull(ctx: Ctx) {
  return selectSeen(ctx)
    .where(
      and(
        inReach(ctx.actor, "work"),
        eq(events.state, "published"),
        gt(events.endsAt, ctx.now),
        sql`${events.confirmedPlaces} + ${events.heldPlaces} > ${events.capacity}`,
      ),
    )
    .orderBy(asc(events.startsAt), asc(events.id))
    .limit(MOST);
}

/** Events that take place today in London. */
async function listToday(ctx: Ctx) {
  return selectSeen(ctx)
    .where(
      and(
        inReach(ctx.actor, "count"),
        eq(events.state, "published"),
        gte(events.endsAt, startOfDay(ctx.now)),
        lt(events.startsAt, startOfDay(ctx.now, 1)),
      ),
    )
    .orderBy(asc(events.startsAt), asc(events.id))
    .limit(MOST);
}

/** Events with notes that nobody has read, for the team and for who looks after what people write; the most first. */
async function listUnread(ctx: Ctx) {
  const n = count();
  return ctx.db
    .select({ slug: events.slug, title: events.title, n })
    .from(eventNotes)
    .innerJoin(events, eq(events.id, eventNotes.eventId))
    .where(and(inReach(ctx.actor, "judge"), eq(eventNotes.state, "waiting")))
    .groupBy(events.slug, events.title)
    .orderBy(desc(n), asc(events.slug))
    .limit(MOST);
}

/** Claims that wait to be approved or paid. */
async function countOpenClaims(ctx: Ctx): Promise<number> {
  const [row] = await ctx.db
    .select({ n: count() })
    .from(claims)
    .innerJoin(events, eq(events.id, claims.eventId))
    .where(and(inReach(ctx.actor, "organise"), inArray(claims.state, ["claimed", "approved"])));
  return row?.n ?? 0;
}
