import { and, asc, count, desc, eq, gte, lt, sql } from "drizzle-orm";
import { events } from "~/db/tables/events";
import type { Ctx } from "~/platform/context.server";
import { selectSeen } from "./read.server";
import { inReach } from "./read-staff.server";

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
