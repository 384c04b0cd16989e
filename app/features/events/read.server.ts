import { and, asc, count, desc, eq, gt, gte, inArray, lt, ne, type SQL, sql } from "drizzle-orm";
import { prepared } from "~/db/prepared.server";
import { findByWords } from "~/db/search.server";
import { events } from "~/db/tables/events";
import { type FormerName, neighbourhoods, organisations, venues } from "~/db/tables/places";
import type { Ctx } from "~/platform/context.server";
import { startOfDay } from "~/platform/london";
import { may } from "./may";
import type { When } from "./rules";

/** An event row. */
export type EventRow = typeof events.$inferSelect;

/** An event with the place, neighbourhood and host that its page shows. */
export type EventSeen = {
  event: EventRow;
  venue: typeof venues.$inferSelect | null;
  neighbourhood: { id: string; slug: string; name: string; palette: string; seed: number } | null;
  host: { name: string; shortName: string; formerNames: FormerName[] } | null;
};

const seen = {
  event: events,
  venue: venues,
  neighbourhood: {
    id: neighbourhoods.id,
    slug: neighbourhoods.slug,
    name: neighbourhoods.name,
    palette: neighbourhoods.palette,
    seed: neighbourhoods.seed,
  },
  host: {
    name: organisations.name,
    shortName: organisations.shortName,
    formerNames: organisations.formerNames,
  },
};

/** Events with their place, neighbourhood and host, to be narrowed. */
export function selectSeen(ctx: Ctx) {
  return ctx.db
    .select(seen)
    .from(events)
    .leftJoin(venues, eq(venues.id, events.venueId))
    .leftJoin(neighbourhoods, eq(neighbourhoods.id, events.neighbourhoodId))
    .leftJoin(organisations, eq(organisations.id, events.hostId));
}

/** The event at this address that the actor may see, or null: hidden ones answer like missing ones. */
export async function findEvent(ctx: Ctx, slug: string): Promise<EventSeen | null> {
  const [row] = await selectSeen(ctx).where(eq(events.slug, slug));
  return row && may.see(ctx.actor, row.event) ? row : null;
}

/** The event that somebody's invitation is to, with its place and host: the invitation says that they may. */
export async function getInvitedEvent(ctx: Ctx, { event }: { event: { id: string } }): Promise<EventSeen> {
  const [row] = await selectSeen(ctx).where(eq(events.id, event.id));
  if (!row) throw new Error("An invitation is to an event that is not there.");
  return row;
}

/** The event's row alone, whoever asks; verbs judge what the actor may do with it. */
export async function findEventRow(
  ctx: Ctx,
  by: { slug: string } | { id: string },
): Promise<EventRow | null> {
  const [row] = await ("slug" in by ? rowBySlug : rowById)(ctx.db, by);
  return row ?? null;
}

const rowBySlug = prepared((db) =>
  db
    .select()
    .from(events)
    .where(eq(events.slug, sql.placeholder("slug")))
    .prepare(),
);
const rowById = prepared((db) =>
  db
    .select()
    .from(events)
    .where(eq(events.id, sql.placeholder("id")))
    .prepare(),
);

/** The events of a series that the actor may see, drafts for staff alone, in order. */
export async function listSeries(ctx: Ctx, seriesId: string): Promise<EventRow[]> {
  const rows = await ctx.db
    .select()
    .from(events)
    .where(eq(events.seriesId, seriesId))
    .orderBy(asc(events.startsAt), asc(events.id));
  return rows.filter((event) => may.see(ctx.actor, event));
}

/** How the list of events is narrowed. */
export type EventFilter = { neighbourhoodId?: string; words?: string; when?: When; page?: number };

/** One page of the list. */
export type EventPage = { events: EventSeen[]; total: number; page: number; pages: number };

const PAGE = 12;

/** Events that everyone may see. */
export const PUBLIC = and(
  inArray(events.state, ["published", "cancelled"]),
  eq(events.audience, "everyone"),
  ne(events.registration, "invite_only"),
);

/** One page of public events, the next first; past ones newest first. Free words search titles and text. */
export async function listEvents(ctx: Ctx, filter: EventFilter): Promise<EventPage> {
  const when = filter.when ?? "upcoming";
  const found = filter.words ? await findByWords(ctx.db, filter.words, { kind: "event", limit: 200 }) : null;
  const where = and(
    PUBLIC,
    span(when, ctx.now),
    filter.neighbourhoodId ? eq(events.neighbourhoodId, filter.neighbourhoodId) : undefined,
    found ? oneOf(found.map((entry) => entry.subjectId)) : undefined,
  );
  const [counted] = await ctx.db.select({ n: count() }).from(events).where(where);
  const total = counted?.n ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const page = Math.min(Math.max(1, filter.page ?? 1), pages);
  const order =
    when === "past" ? [desc(events.startsAt), asc(events.id)] : [asc(events.startsAt), asc(events.id)];
  const rows = await selectSeen(ctx)
    .where(where)
    .orderBy(...order)
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  return { events: rows, total, page, pages };
}

/** Only these events; none when the list is empty. */
export const oneOf = (ids: string[]): SQL => (ids.length > 0 ? inArray(events.id, ids) : sql`1 = 0`);

/** Events within a span of time. */
export function span(when: When, now: Date): SQL | undefined {
  if (when === "past") return lt(events.endsAt, now);
  const end = { upcoming: null, week: startOfDay(now, 7), month: startOfDay(now, 31) }[when];
  return and(gte(events.endsAt, now), end ? lt(events.startsAt, end) : undefined);
}

/** The next public events, soonest first. */
export async function listNextEvents(
  ctx: Ctx,
  options: { limit: number; neighbourhoodId?: string },
): Promise<EventSeen[]> {
  const near = options.neighbourhoodId ? eq(events.neighbourhoodId, options.neighbourhoodId) : undefined;
  return selectSeen(ctx)
    .where(and(PUBLIC, eq(events.state, "published"), gt(events.endsAt, ctx.now), near))
    .orderBy(asc(events.startsAt), asc(events.id))
    .limit(options.limit);
}

/** Events that are part of an activity and that the actor may see, the last first. */
export async function listEventsOf(ctx: Ctx, activityId: string): Promise<EventSeen[]> {
  const rows = await selectSeen(ctx)
    .where(eq(events.activityId, activityId))
    .orderBy(desc(events.startsAt), asc(events.id))
    .limit(60);
  return rows.filter(({ event }) => may.see(ctx.actor, event));
}

/** How many public events are coming up in each neighbourhood, by its id; "" counts those for the whole borough. */
export async function countUpcoming(ctx: Ctx): Promise<Map<string, number>> {
  const rows = await ctx.db
    .select({ neighbourhoodId: events.neighbourhoodId, n: count() })
    .from(events)
    .where(and(PUBLIC, eq(events.state, "published"), gt(events.endsAt, ctx.now)))
    .groupBy(events.neighbourhoodId);
  return new Map(rows.map((row) => [row.neighbourhoodId ?? "", row.n]));
}

/** Public events for feeds: from three months ago on, a thousand at most. */
export async function listForFeed(ctx: Ctx, neighbourhoodId?: string): Promise<EventSeen[]> {
  return selectSeen(ctx)
    .where(
      and(
        PUBLIC,
        gte(events.startsAt, startOfDay(ctx.now, -92)),
        neighbourhoodId ? eq(events.neighbourhoodId, neighbourhoodId) : undefined,
      ),
    )
    .orderBy(asc(events.startsAt), asc(events.id))
    .limit(1000);
}

/** Addresses of every public event page, for the site map. */
export async function listEventSlugs(ctx: Ctx): Promise<{ slug: string; publishedAt: Date | null }[]> {
  return ctx.db
    .select({ slug: events.slug, publishedAt: events.publishedAt })
    .from(events)
    .where(PUBLIC)
    .orderBy(desc(events.startsAt))
    .limit(5000);
}
