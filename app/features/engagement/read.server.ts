import { and, asc, count, desc, eq, gte, inArray, lt, ne, notInArray, or, type SQL, sql } from "drizzle-orm";
import {
  activities,
  activityReps,
  consultationPeriods,
  consultations,
  electionPeriods,
  engagementPlans,
  engagementPlanVersions,
  participationRatings,
} from "~/db/tables/engagement";
import type { Mean } from "~/db/tables/figures";
import { accounts } from "~/db/tables/people";
import { neighbourhoods } from "~/db/tables/places";
import { publishMedian } from "~/features/figures/means";
import type { Actor } from "~/platform/actor";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { may } from "./may";
import type { Tally } from "./median";
import { ADVISORY_DAYS, FOR_STAFF } from "./rules";

/** A plan's row. */
export type PlanRow = typeof engagementPlans.$inferSelect;
/** An activity's row. */
export type ActivityRow = typeof activities.$inferSelect;
/** What a formal consultation has besides. */
export type ConsultationRow = typeof consultations.$inferSelect;

/** An activity with what its pages show beside it. */
export type ActivitySeen = {
  activity: ActivityRow;
  consultation: ConsultationRow | null;
  plan: { slug: string; title: string };
  neighbourhood: { id: string; slug: string; name: string; palette: string; seed: number } | null;
  /** Name of the account that leads it, for staff; null where a role does. */
  leadName: string | null;
};

const seen = {
  activity: activities,
  consultation: consultations,
  plan: { slug: engagementPlans.slug, title: engagementPlans.title },
  neighbourhood: {
    id: neighbourhoods.id,
    slug: neighbourhoods.slug,
    name: neighbourhoods.name,
    palette: neighbourhoods.palette,
    seed: neighbourhoods.seed,
  },
  leadName: accounts.name,
};

/** Activities with their plan, consultation, neighbourhood and lead, to be narrowed. */
export function selectSeen(ctx: Ctx) {
  return ctx.db
    .select(seen)
    .from(activities)
    .innerJoin(engagementPlans, eq(engagementPlans.id, activities.planId))
    .leftJoin(consultations, eq(consultations.activityId, activities.id))
    .leftJoin(neighbourhoods, eq(neighbourhoods.id, activities.neighbourhoodId))
    .leftJoin(accounts, eq(accounts.id, activities.leadAccountId));
}

/** True for an account that represents a union in this activity. */
export async function isRepOf(ctx: Ctx, activityId: string): Promise<boolean> {
  if (ctx.actor.kind !== "account") return false;
  const [row] = await ctx.db
    .select({ id: activityReps.accountId })
    .from(activityReps)
    .where(and(eq(activityReps.activityId, activityId), eq(activityReps.accountId, ctx.actor.id)));
  return row !== undefined;
}

/** The activity at this address that the actor may see, or null: hidden ones answer like missing ones. */
export async function findActivity(ctx: Ctx, slug: string): Promise<ActivitySeen | null> {
  const [row] = await selectSeen(ctx).where(eq(activities.slug, slug));
  return row && (await maySee(ctx, row.activity)) ? row : null;
}

/** The title and address of an activity that something belongs to, or null where the actor may not see it. */
export async function findActivityLink(
  ctx: Ctx,
  id: string | null,
): Promise<{ slug: string; title: string } | null> {
  const activity = id ? await findActivityRow(ctx, { id }) : null;
  return activity && (await maySee(ctx, activity)) ? { slug: activity.slug, title: activity.title } : null;
}

/** Whether the actor may see an activity. */
export async function maySee(ctx: Ctx, activity: ActivityRow): Promise<boolean> {
  return may.see(ctx.actor, activity, false) || may.see(ctx.actor, activity, await isRepOf(ctx, activity.id));
}

/** The activity's row alone, whoever asks; verbs judge what the actor may do with it. */
export async function findActivityRow(
  ctx: Ctx,
  by: { slug: string } | { id: string },
): Promise<ActivityRow | null> {
  const [row] = await ctx.db
    .select()
    .from(activities)
    .where("slug" in by ? eq(activities.slug, by.slug) : eq(activities.id, by.id));
  return row ?? null;
}

/** What a formal consultation has besides, or null for other kinds. */
export async function findConsultation(ctx: Ctx, activityId: string): Promise<ConsultationRow | null> {
  const [row] = await ctx.db.select().from(consultations).where(eq(consultations.activityId, activityId));
  return row ?? null;
}

/** How the public list is narrowed. */
export type ActivityFilter = { when: "coming" | "past"; neighbourhoodId?: string; page?: number };
/** One page of it. */
export type ActivityPage = { activities: ActivitySeen[]; total: number; page: number; pages: number };

const PAGE = 12;

/** What an actor may see in lists: the public what is announced, representatives theirs, staff all but drafts. */
function listed(actor: Actor): SQL | undefined {
  const announced = ne(activities.state, "draft");
  if (may.work(actor)) return announced;
  const open = notInArray(activities.kind, [...FOR_STAFF]);
  if (actor.kind !== "account") return and(announced, open);
  const theirs = sql`exists (select 1 from ${activityReps} where ${activityReps.activityId} = ${activities.id} and ${activityReps.accountId} = ${actor.id})`;
  return and(announced, or(open, theirs));
}

/** One page of activities: those to come and under way, the first to open first; those over, the last first. */
export async function listActivities(ctx: Ctx, filter: ActivityFilter): Promise<ActivityPage> {
  const today = dayOf(ctx.now);
  const toCome = and(inArray(activities.state, ["planned", "open"]), gte(activities.closesDay, today));
  const over = or(inArray(activities.state, ["done", "cancelled"]), lt(activities.closesDay, today));
  const where = and(
    listed(ctx.actor),
    filter.when === "coming" ? toCome : over,
    filter.neighbourhoodId ? eq(activities.neighbourhoodId, filter.neighbourhoodId) : undefined,
  );
  const [counted] = await ctx.db.select({ n: count() }).from(activities).where(where);
  const total = counted?.n ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const page = Math.min(Math.max(1, filter.page ?? 1), pages);
  const order =
    filter.when === "past"
      ? [desc(activities.closesDay), asc(activities.id)]
      : [asc(activities.opensDay), asc(activities.id)];
  const rows = await selectSeen(ctx)
    .where(where)
    .orderBy(...order)
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  return { activities: rows, total, page, pages };
}

const PUBLIC = and(ne(activities.state, "draft"), notInArray(activities.kind, [...FOR_STAFF]));

/** Activities that everyone may see, the last announced first, for the feed. */
export async function listForFeed(ctx: Ctx): Promise<ActivitySeen[]> {
  return selectSeen(ctx).where(PUBLIC).orderBy(desc(activities.announcedAt), asc(activities.id)).limit(50);
}

/** Addresses of all activities that everyone may see, for the site map. */
export async function listActivitySlugs(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db
    .select({ slug: activities.slug })
    .from(activities)
    .where(PUBLIC)
    .orderBy(desc(activities.opensDay))
    .limit(5000);
  return rows.map((row) => row.slug);
}

/** What came of activities that everyone may see: what was decided and why, or what happened. */
export async function listOutcomes(ctx: Ctx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await selectSeen(ctx)
    .where(and(PUBLIC, inArray(activities.id, [...ids])))
    .orderBy(desc(activities.closesDay), asc(activities.id));
  return rows.flatMap(({ activity, consultation }) => {
    const came = consultation?.decision ?? activity.whatHappened;
    return came ? [{ slug: activity.slug, title: activity.title, came }] : [];
  });
}

/** Ids of all activities that everyone may see. */
export async function listPublicIds(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: activities.id })
    .from(activities)
    .where(PUBLIC)
    .orderBy(activities.id);
  return rows.map((row) => row.id);
}

/** What people who took part say of how much say they had, as everyone may see it. */
export async function findSaid(ctx: Ctx, activityId: string): Promise<Mean> {
  return publishMedian(await listRatings(ctx, activityId));
}

/** How many people chose each level for an activity. True numbers: for staff. */
export async function tallyRatings(ctx: Ctx, activityId: string): Promise<Tally> {
  return ctx.db
    .select({ level: participationRatings.level, n: count() })
    .from(participationRatings)
    .where(eq(participationRatings.activityId, activityId))
    .groupBy(participationRatings.level);
}

/** What each of them said, in the order in which they did. True numbers: for the gate. */
async function listRatings(ctx: Ctx, activityId: string): Promise<number[]> {
  const rows = await ctx.db
    .select({ level: participationRatings.level })
    .from(participationRatings)
    .where(eq(participationRatings.activityId, activityId))
    .orderBy(asc(participationRatings.id));
  return rows.map((row) => row.level);
}

/** True when a form with this id has been counted. */
export async function findRating(ctx: Ctx, submission: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: participationRatings.id })
    .from(participationRatings)
    .where(eq(participationRatings.submission, submission));
  return row !== undefined;
}

/** How long consultations last; advice of 84 days, and nothing for staff, until somebody sets them. */
export async function getPeriods(ctx: Ctx) {
  const [row] = await ctx.db.select().from(consultationPeriods);
  const { advisoryDays = ADVISORY_DAYS, staffDays = null, staffRule = null } = row ?? {};
  return { advisoryDays, staffDays, staffRule };
}

/** Times before elections, the last first. */
export async function listElections(ctx: Ctx) {
  return ctx.db.select().from(electionPeriods).orderBy(desc(electionPeriods.pollDay)).limit(100);
}

/** Plans, the last to begin first. */
export async function listPlans(ctx: Ctx): Promise<PlanRow[]> {
  return ctx.db.select().from(engagementPlans).orderBy(desc(engagementPlans.fromDay)).limit(50);
}

/** The plan at this address, or null. */
export async function findPlan(ctx: Ctx, slug: string): Promise<PlanRow | null> {
  const [row] = await ctx.db.select().from(engagementPlans).where(eq(engagementPlans.slug, slug));
  return row ?? null;
}

/** Every version of a plan, the newest first. */
export async function listPlanVersions(ctx: Ctx, planId: string) {
  return ctx.db
    .select()
    .from(engagementPlanVersions)
    .where(eq(engagementPlanVersions.planId, planId))
    .orderBy(desc(engagementPlanVersions.version));
}
