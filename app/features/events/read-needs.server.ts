import {
  aliasedTable,
  and,
  asc,
  count,
  eq,
  gt,
  gte,
  inArray,
  isNull,
  lt,
  ne,
  or,
  type SQL,
  sql,
  sum,
} from "drizzle-orm";
import { adjustmentCounts, events, registrations } from "~/db/tables/events";
import { needNotes, needTasks } from "~/db/tables/events-needs";
import { accounts, participants, roleGrants } from "~/db/tables/people";
import { inForce } from "~/features/people/read.server";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { may, TEAM } from "./may";
import type { Party } from "./messages";
import type { View } from "./need-words";
import { inReach } from "./read-staff.server";

/** The work behind one need. */
export type NeedTask = typeof needTasks.$inferSelect;
/** A need with its party, event and, when somebody sees to it, that colleague's name. */
export type Need = Party & { task: NeedTask; owner: string | null };

const whole = {
  task: needTasks,
  event: events,
  registration: registrations,
  participant: participants,
  owner: accounts.name,
};

function selectNeeds(ctx: Ctx) {
  return ctx.db
    .select(whole)
    .from(needTasks)
    .innerJoin(registrations, eq(registrations.id, needTasks.registrationId))
    .innerJoin(participants, eq(participants.id, registrations.participantId))
    .innerJoin(events, eq(events.id, needTasks.eventId))
    .leftJoin(accounts, eq(accounts.id, needTasks.ownerId));
}

/** The need with this id, whoever asks; verbs judge. Null when there is none. */
export async function findNeed(ctx: Ctx, id: string): Promise<Need | null> {
  const [row] = await selectNeeds(ctx).where(eq(needTasks.id, id));
  return row ?? null;
}

/** The need as the event's team sees it, or null for one that they do not reach. */
export async function findNeedForStaff(ctx: Ctx, id: string): Promise<Need | null> {
  const need = await findNeed(ctx, id);
  return need && may.arrangeNeeds(ctx.actor, need.event) ? need : null;
}

/** Every need of an event, by what is needed, then in the order of the bookings. */
export async function listEventNeeds(ctx: Ctx, eventId: string): Promise<Need[]> {
  return selectNeeds(ctx)
    .where(eq(needTasks.eventId, eventId))
    .orderBy(asc(needTasks.need), asc(registrations.queueNumber), asc(needTasks.id));
}

const PAGE = 30;

function inView(ctx: Ctx, view: View): SQL | undefined {
  const mine = ctx.actor.kind === "account" ? eq(needTasks.ownerId, ctx.actor.id) : sql`1 = 0`;
  const views: Record<View, SQL | undefined> = {
    all: undefined,
    mine,
    unowned: isNull(needTasks.ownerId),
    late: lt(needTasks.dueAt, ctx.now),
  };
  return views[view];
}

/** Open work of events to come that the actor reaches. */
function toArrange(ctx: Ctx): SQL | undefined {
  return and(
    inReach(ctx.actor, "work"),
    eq(needTasks.state, "open"),
    eq(events.state, "published"),
    gt(events.endsAt, ctx.now),
  );
}

/** What is still to be arranged, what is due first first; after the need with this id. */
export async function listNeedsToArrange(
  ctx: Ctx,
  { view, eventId, after }: { view: View; eventId?: string; after?: string | null },
): Promise<{ needs: Need[]; more: string | null }> {
  const last = after ? await findNeed(ctx, after) : null;
  const rows = await selectNeeds(ctx)
    .where(
      and(
        toArrange(ctx),
        inView(ctx, view),
        eventId ? eq(needTasks.eventId, eventId) : undefined,
        last
          ? or(
              gt(needTasks.dueAt, last.task.dueAt),
              and(eq(needTasks.dueAt, last.task.dueAt), gt(needTasks.id, last.task.id)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(needTasks.dueAt), asc(needTasks.id))
    .limit(PAGE + 1);
  const needs = rows.slice(0, PAGE);
  return { needs, more: rows.length > PAGE ? (needs.at(-1)?.task.id ?? null) : null };
}

/** Days ahead that count as soon on the page which staff begin the day with. */
const SOON_DAYS = 7;

/** What the actor, or nobody yet, sees to and is late or due within a week; what is due first first. */
export async function listNeedsDueSoon(ctx: Ctx, limit: number): Promise<Need[]> {
  const soon = new Date(ctx.now.getTime() + SOON_DAYS * 86_400_000);
  const ours = or(inView(ctx, "mine"), inView(ctx, "unowned"));
  return selectNeeds(ctx)
    .where(and(toArrange(ctx), ours, lt(needTasks.dueAt, soon)))
    .orderBy(asc(needTasks.dueAt), asc(needTasks.id))
    .limit(limit);
}

/** How much is still to be arranged: in all, by the actor, by nobody yet, and late. */
export async function countNeedsToArrange(ctx: Ctx): Promise<Record<View, number>> {
  const me = ctx.actor.kind === "account" ? ctx.actor.id : "";
  const [row] = await ctx.db
    .select({
      all: count(),
      mine: sum(sql`case when ${needTasks.ownerId} = ${me} then 1 else 0 end`),
      unowned: sum(sql`case when ${needTasks.ownerId} is null then 1 else 0 end`),
      late: sum(sql`case when ${lt(needTasks.dueAt, ctx.now)} then 1 else 0 end`),
    })
    .from(needTasks)
    .innerJoin(events, eq(events.id, needTasks.eventId))
    .where(toArrange(ctx));
  return {
    all: row?.all ?? 0,
    mine: Number(row?.mine ?? 0),
    unowned: Number(row?.unowned ?? 0),
    late: Number(row?.late ?? 0),
  };
}

/** Events with work on needs: what is to be arranged before them, and what is to be marked after them. */
export async function listEventsWithNeeds(ctx: Ctx) {
  const open = sum(sql`case when ${needTasks.state} = 'open' then 1 else 0 end`);
  const arranged = sum(sql`case when ${needTasks.state} = 'arranged' then 1 else 0 end`);
  const rows = await ctx.db
    .select({
      slug: events.slug,
      title: events.title,
      startsAt: events.startsAt,
      open,
      arranged,
      all: count(),
    })
    .from(needTasks)
    .innerJoin(events, eq(events.id, needTasks.eventId))
    .innerJoin(registrations, eq(registrations.id, needTasks.registrationId))
    .where(and(inReach(ctx.actor, "work"), eq(events.state, "published"), ne(needTasks.state, "withdrawn")))
    .groupBy(events.id, events.slug, events.title, events.startsAt)
    .orderBy(asc(events.startsAt), asc(events.slug))
    .limit(50);
  return rows.map((row) => ({ ...row, open: Number(row.open ?? 0), arranged: Number(row.arranged ?? 0) }));
}

/** Everything that happened to a need, oldest first, with the names of colleagues. */
export async function listNeedNotes(ctx: Ctx, taskId: string) {
  const given = aliasedTable(accounts, "given");
  return ctx.db
    .select({ note: needNotes, by: accounts.name, to: given.name })
    .from(needNotes)
    .leftJoin(accounts, eq(accounts.id, needNotes.byId))
    .leftJoin(given, eq(given.id, needNotes.toId))
    .where(eq(needNotes.taskId, taskId))
    .orderBy(asc(needNotes.id));
}

/** Colleagues who may see to the needs of an event, by name. */
export async function listColleagues(ctx: Ctx, event: { neighbourhoodId: string | null }) {
  return ctx.db
    .selectDistinct({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .innerJoin(roleGrants, and(eq(roleGrants.accountId, accounts.id), inForce(dayOf(ctx.now))))
    .where(
      and(
        eq(accounts.state, "active"),
        inArray(roleGrants.role, [...TEAM]),
        or(
          eq(roleGrants.scopeKind, "borough"),
          and(eq(roleGrants.scopeKind, "neighbourhood"), eq(roleGrants.scopeId, event.neighbourhoodId ?? "")),
        ),
      ),
    )
    .orderBy(asc(accounts.name), asc(accounts.id));
}

/** Needs asked for and met at events that began in the span: the measure of the accessible information standard. */
export type NeedsMeasure = { need: string; requested: number; met: number; partly: number; notMet: number };

/** The measure by need, of events that the actor may see numbers of. True numbers: for staff alone. */
export async function measureNeeds(ctx: Ctx, span: { from: Date; to: Date }): Promise<NeedsMeasure[]> {
  const rows = await ctx.db
    .select({
      need: adjustmentCounts.need,
      requested: sum(adjustmentCounts.requested),
      met: sum(adjustmentCounts.met),
      partly: sum(adjustmentCounts.partly),
      notMet: sum(adjustmentCounts.notMet),
    })
    .from(adjustmentCounts)
    .innerJoin(events, eq(events.id, adjustmentCounts.eventId))
    .where(and(inReach(ctx.actor, "count"), gte(events.startsAt, span.from), lt(events.startsAt, span.to)))
    .groupBy(adjustmentCounts.need)
    .orderBy(asc(adjustmentCounts.need));
  return rows.map(({ need, ...counts }) => ({
    need,
    requested: Number(counts.requested),
    met: Number(counts.met),
    partly: Number(counts.partly),
    notMet: Number(counts.notMet),
  }));
}
