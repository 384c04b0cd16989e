import {
  and,
  asc,
  count,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  lt,
  max,
  ne,
  notExists,
  sum,
} from "drizzle-orm";
import { activities, outreachEntries, outreachPeople } from "~/db/tables/engagement";
import { accounts, participants } from "~/db/tables/people";
import { neighbourhoods } from "~/db/tables/places";
import { getPeriods, listNeighbourhoods } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { reachOf } from "./may";
import { listActivityChoices } from "./read-staff.server";

const seen = {
  entry: outreachEntries,
  neighbourhood: { slug: neighbourhoods.slug, name: neighbourhoods.name },
  activity: { slug: activities.slug, title: activities.title },
};

const selectEntries = (ctx: Ctx) =>
  ctx.db
    .select(seen)
    .from(outreachEntries)
    .leftJoin(neighbourhoods, eq(neighbourhoods.id, outreachEntries.neighbourhoodId))
    .leftJoin(activities, eq(activities.id, outreachEntries.activityId));

/** How the log is narrowed: a neighbourhood, an activity, or follow-ups that are late. */
export type OutreachFilter = { neighbourhoodId?: string; activityId?: string; late?: boolean; page?: number };

const PAGE = 20;

/** One page of the log, the newest day first, with how many people of each visit left their name. */
export async function listOutreach(ctx: Ctx, filter: OutreachFilter) {
  const where = and(
    filter.neighbourhoodId ? eq(outreachEntries.neighbourhoodId, filter.neighbourhoodId) : undefined,
    filter.activityId ? eq(outreachEntries.activityId, filter.activityId) : undefined,
    filter.late
      ? and(isNull(outreachEntries.followedUpDay), lt(outreachEntries.followUpDay, dayOf(ctx.now)))
      : undefined,
  );
  const [counted] = await ctx.db
    .select({ n: count(), heads: sum(outreachEntries.headCount) })
    .from(outreachEntries)
    .where(where);
  const [named] = await ctx.db
    .select({ n: count() })
    .from(outreachPeople)
    .innerJoin(outreachEntries, eq(outreachEntries.id, outreachPeople.entryId))
    .where(where);
  const total = counted?.n ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const page = Math.min(Math.max(1, filter.page ?? 1), pages);
  const rows = await selectEntries(ctx)
    .where(where)
    .orderBy(desc(outreachEntries.day), asc(outreachEntries.id))
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  const names = await countNames(
    ctx,
    rows.map((row) => row.entry.id),
  );
  return {
    entries: rows.map((row) => ({ ...row, named: names.get(row.entry.id) ?? 0 })),
    heads: Number(counted?.heads ?? 0),
    named: named?.n ?? 0,
    total,
    page,
    pages,
  };
}

async function countNames(ctx: Ctx, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: outreachPeople.entryId, n: count() })
    .from(outreachPeople)
    .where(inArray(outreachPeople.entryId, ids))
    .groupBy(outreachPeople.entryId);
  return new Map(rows.map((row) => [row.id, row.n]));
}

/** How many follow-ups should have been done by now. */
export async function countLateFollowUps(ctx: Ctx): Promise<number> {
  const [row] = await ctx.db
    .select({ n: count() })
    .from(outreachEntries)
    .where(
      and(
        isNotNull(outreachEntries.followUpDay),
        isNull(outreachEntries.followedUpDay),
        lt(outreachEntries.followUpDay, dayOf(ctx.now)),
      ),
    );
  return row?.n ?? 0;
}

/** One visit, or null. */
export async function findOutreach(ctx: Ctx, id: string) {
  const [row] = await selectEntries(ctx).where(eq(outreachEntries.id, id));
  return row ?? null;
}

/** People met on a visit who left their name; empty names are people who have been forgotten since. */
export async function listOutreachPeople(ctx: Ctx, entryId: string) {
  return ctx.db
    .select({
      id: participants.id,
      name: participants.name,
      contact: participants.preferredContact,
      email: participants.email,
      phone: participants.phone,
    })
    .from(outreachPeople)
    .innerJoin(participants, eq(participants.id, outreachPeople.participantId))
    .where(eq(outreachPeople.entryId, entryId))
    .orderBy(asc(participants.nameFolded), asc(participants.id));
}

/** Ids of people with a name whom somebody met at outreach longer ago than names are kept, some at a time. */
export async function listForgettableOutreachPeople(ctx: Ctx, limit: number): Promise<string[]> {
  const before = new Date(ctx.now);
  before.setUTCMonth(before.getUTCMonth() - (await getPeriods(ctx)).registrationMonths);
  const account = ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.participantId, participants.id));
  const rows = await ctx.db
    .select({ id: participants.id })
    .from(participants)
    .innerJoin(outreachPeople, eq(outreachPeople.participantId, participants.id))
    .innerJoin(outreachEntries, eq(outreachEntries.id, outreachPeople.entryId))
    .where(and(ne(participants.name, ""), notExists(account)))
    .groupBy(participants.id)
    .having(lt(max(outreachEntries.day), dayOf(before)))
    .orderBy(asc(participants.id))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** What can be chosen in the form of a visit. */
export async function getOutreachChoices(ctx: Ctx) {
  const reach = reachOf(ctx.actor, "outreach");
  const all = await listNeighbourhoods(ctx);
  return {
    wholeBorough: reach === "all",
    neighbourhoods: all
      .filter((one) => reach === "all" || reach.includes(one.id))
      .map(({ slug, name }) => ({ slug, name })),
    activities: (await listActivityChoices(ctx)).map(({ slug, title }) => ({ slug, title })),
  };
}

/** A visit as its form shows it. */
export function typedVisit(
  visit: NonNullable<Awaited<ReturnType<typeof findOutreach>>>,
): Record<string, string> {
  const { entry, neighbourhood, activity } = visit;
  return {
    day: entry.day,
    place: entry.place,
    community: entry.community,
    neighbourhood: neighbourhood?.slug ?? "",
    activity: activity?.slug ?? "",
    headCount: String(entry.headCount),
    heard: entry.heard,
    followUp: entry.followUp ?? "",
    followUpDay: entry.followUpDay ?? "",
    followedUpDay: entry.followedUpDay ?? "",
  };
}
