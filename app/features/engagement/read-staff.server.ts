import { and, asc, count, desc, eq, exists, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { activities, activityReps } from "~/db/tables/engagement";
import { accounts, roleGrants } from "~/db/tables/people";
import { inForce } from "~/features/people/read.server";
import { listNeighbourhoods } from "~/features/places/read.server";
import { type Actor, STAFF_ROLES } from "~/platform/actor";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { type Late, latenessOf } from "./lateness";
import { may, reachOf } from "./may";
import { factsOfPart, type SetOutPart } from "./parts";
import {
  type ActivityRow,
  type ActivitySeen,
  type ConsultationRow,
  findActivity,
  listPlans,
  selectSeen,
} from "./read.server";
import type { State } from "./rules";

/** The activity at this address as staff see it, or null. */
export async function findForStaff(ctx: Ctx, slug: string): Promise<ActivitySeen | null> {
  return may.work(ctx.actor) ? findActivity(ctx, slug) : null;
}

/** How the staff list is narrowed. */
export type StaffFilter = {
  planId?: string;
  state?: State;
  neighbourhoodId?: string;
  words?: string;
  page: number;
};

const PAGE = 25;
const containing = (words: string) => `%${words.toLowerCase().replace(/[%_!]/g, "!$&")}%`;

/** One page of all activities, drafts too, the first to open first. */
export async function listForStaff(ctx: Ctx, filter: StaffFilter) {
  const { planId, state, neighbourhoodId, words } = filter;
  const where = and(
    may.work(ctx.actor) ? undefined : sql`1 = 0`,
    planId ? eq(activities.planId, planId) : undefined,
    state ? eq(activities.state, state) : undefined,
    neighbourhoodId ? eq(activities.neighbourhoodId, neighbourhoodId) : undefined,
    words ? sql`lower(${activities.title}) like ${containing(words)} escape '!'` : undefined,
  );
  const [counted] = await ctx.db.select({ n: count() }).from(activities).where(where);
  const total = counted?.n ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const page = Math.min(Math.max(1, filter.page), pages);
  const rows = await selectSeen(ctx)
    .where(where)
    .orderBy(desc(activities.opensDay), asc(activities.id))
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  return { activities: rows, total, page, pages };
}

/** An activity and what is late about it. */
export type LateActivity = ActivitySeen & { late: Late };

/** What is late, the longest first; `mine` narrows it to where the actor organises. */
export async function listLate(ctx: Ctx, options: { mine?: boolean } = {}): Promise<LateActivity[]> {
  if (!may.work(ctx.actor)) return [];
  const today = dayOf(ctx.now);
  const rows = await selectSeen(ctx)
    .where(
      and(
        options.mine ? inReach(ctx.actor) : undefined,
        or(
          and(inArray(activities.state, ["draft", "planned"]), lt(activities.opensDay, today)),
          and(eq(activities.state, "open"), lt(activities.closesDay, today)),
        ),
      ),
    )
    .orderBy(asc(activities.closesDay), asc(activities.id))
    .limit(200);
  return rows
    .flatMap((row) => {
      const late = latenessOf(row.activity, row.consultation, today);
      return late ? [{ ...row, late }] : [];
    })
    .sort((a, b) => b.late.days - a.late.days);
}

function inReach(actor: Actor): SQL | undefined {
  const reach = reachOf(actor, "organise");
  if (reach === "all") return undefined;
  return reach.length > 0 ? inArray(activities.neighbourhoodId, reach) : sql`1 = 0`;
}

/** How many activities of a plan stand in each state, and how many reached less than was planned. */
export async function countPlan(ctx: Ctx, planId: string) {
  const rows = await ctx.db
    .select({
      state: activities.state,
      n: count(),
      rated: sql<number>`sum(case when ${activities.achievedLevel} is null then 0 else 1 end)`,
      below: sql<number>`sum(case when ${activities.achievedLevel} < ${activities.plannedLevel} then 1 else 0 end)`,
    })
    .from(activities)
    .where(eq(activities.planId, planId))
    .groupBy(activities.state);
  const of = (state: State) => rows.find((row) => row.state === state)?.n ?? 0;
  const sum = (pick: (row: (typeof rows)[number]) => number) =>
    rows.reduce((n, row) => n + Number(pick(row)), 0);
  return {
    draft: of("draft"),
    planned: of("planned"),
    open: of("open"),
    done: of("done"),
    cancelled: of("cancelled"),
    all: sum((row) => row.n),
    rated: sum((row) => row.rated),
    below: sum((row) => row.below),
  };
}

/** True when an activity has this slug. */
export async function isActivitySlug(ctx: Ctx, slug: string): Promise<boolean> {
  const [row] = await ctx.db.select({ id: activities.id }).from(activities).where(eq(activities.slug, slug));
  return row !== undefined;
}

/** Activities that something of an organiser's can be part of: theirs, and the whole borough's. */
export async function listActivityChoices(ctx: Ctx): Promise<{ id: string; slug: string; title: string }[]> {
  const reach = reachOf(ctx.actor, "outreach");
  const near =
    reach === "all"
      ? undefined
      : or(
          isNull(activities.neighbourhoodId),
          reach.length > 0 ? inArray(activities.neighbourhoodId, reach) : undefined,
        );
  return ctx.db
    .select({ id: activities.id, slug: activities.slug, title: activities.title })
    .from(activities)
    .where(near)
    .orderBy(desc(activities.opensDay), asc(activities.title))
    .limit(300);
}

/** The activity with this slug that something of an organiser's can be part of, or null. */
export async function findActivityChoice(ctx: Ctx, slug: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ id: activities.id, neighbourhoodId: activities.neighbourhoodId })
    .from(activities)
    .where(eq(activities.slug, slug));
  const reach = reachOf(ctx.actor, "outreach");
  if (!row) return null;
  return reach === "all" || row.neighbourhoodId === null || reach.includes(row.neighbourhoodId)
    ? row.id
    : null;
}

/** What can be chosen in the form of an activity: plans, neighbourhoods and people who can lead. */
export async function getActivityChoices(ctx: Ctx) {
  const reach = reachOf(ctx.actor, "organise");
  const all = await listNeighbourhoods(ctx);
  return {
    wholeBorough: reach === "all",
    neighbourhoods: all
      .filter((one) => reach === "all" || reach.includes(one.id))
      .map(({ slug, name }) => ({ slug, name })),
    plans: (await listPlans(ctx)).map(({ slug, title }) => ({ slug, title })),
    colleagues: await listColleagues(ctx),
  };
}

/** People who work on the staff side today, by name. */
async function listColleagues(ctx: Ctx) {
  const holdsRole = ctx.db
    .select({ id: roleGrants.id })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.accountId, accounts.id),
        inArray(roleGrants.role, [...STAFF_ROLES]),
        inForce(dayOf(ctx.now)),
      ),
    );
  return ctx.db
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(and(eq(accounts.state, "active"), exists(holdsRole)))
    .orderBy(asc(accounts.nameFolded))
    .limit(500);
}

/** True for an active account. */
export async function isColleague(ctx: Ctx, accountId: string): Promise<boolean> {
  return (await listColleagues(ctx)).some((one) => one.id === accountId);
}

/** Union representatives who may read an activity for staff, by name. */
export async function listReps(ctx: Ctx, activityId: string) {
  return ctx.db
    .select({ id: accounts.id, name: accounts.name, email: accounts.email })
    .from(activityReps)
    .innerJoin(accounts, eq(accounts.id, activityReps.accountId))
    .where(eq(activityReps.activityId, activityId))
    .orderBy(asc(accounts.nameFolded));
}

/** An activity as its form shows it: what would have been typed to make it so. */
export function typedOf({ activity, plan, neighbourhood }: ActivitySeen): Record<string, string> {
  return {
    title: activity.title,
    summary: activity.summary,
    plan: plan.slug,
    kind: activity.kind,
    neighbourhood: neighbourhood?.slug ?? "",
    audience: activity.audience,
    channel: activity.channel,
    plannedLevel: String(activity.plannedLevel),
    lead: activity.leadRole ? `role:${activity.leadRole}` : `account:${activity.leadAccountId}`,
    opensDay: activity.opensDay,
    closesDay: activity.closesDay,
  };
}

const asTyped = (values: object) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value == null ? "" : String(value)]),
  );

/** One part of an activity as its form shows it. */
export function typedPart({ activity, consultation }: ActivitySeen, part: SetOutPart) {
  const { formal, fields } = factsOfPart(part);
  const values = asTyped((formal ? consultation : activity) ?? {});
  return Object.fromEntries(fields.map(({ name }) => [name, values[name] ?? ""]));
}

/** What a consultation's later forms show: how answers were considered, and the decision. */
export function typedOfConsultation(consultation: ConsultationRow): Record<string, string> {
  const { answersReceived, consideredHow, equalityReadBy, equalityReadDay } = consultation;
  return asTyped({ answersReceived, consideredHow, equalityReadBy, equalityReadDay });
}

/** What happened, as its form shows it. */
export function typedOutcome(activity: ActivityRow): Record<string, string> {
  const { whatHappened, achievedLevel, inDecision, inDelivery } = activity;
  return asTyped({ whatHappened, achievedLevel, inDecision, inDelivery });
}
