import { and, asc, count, desc, eq, gte, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import { appraisals } from "~/db/tables/appraisals";
import { decisionDates, decisions } from "~/db/tables/appraisals-decisions";
import { neighbourhoods } from "~/db/tables/places";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import type { Standing } from "./rules";

/** A decision's row. */
export type DecisionRow = typeof decisions.$inferSelect;

/** A decision with where it is for. */
export type DecisionSeen = { decision: DecisionRow; neighbourhood: { slug: string; name: string } | null };

const seen = {
  decision: decisions,
  neighbourhood: { slug: neighbourhoods.slug, name: neighbourhoods.name },
};

const selectSeen = (ctx: Ctx) =>
  ctx.db
    .select(seen)
    .from(decisions)
    .leftJoin(neighbourhoods, eq(neighbourhoods.id, decisions.neighbourhoodId));

/** The decision at this address, or null. Everything in the log is public. */
export async function findDecision(ctx: Ctx, slug: string): Promise<DecisionSeen | null> {
  const [row] = await selectSeen(ctx).where(eq(decisions.slug, slug));
  return row ?? null;
}

/** The decision with this id, or null. */
export async function findDecisionRow(ctx: Ctx, id: string): Promise<DecisionRow | null> {
  const [row] = await ctx.db.select().from(decisions).where(eq(decisions.id, id));
  return row ?? null;
}

/** How often the day of a decision was moved, and why, the first time first. */
export async function listDates(ctx: Ctx, decisionId: string) {
  return ctx.db
    .select()
    .from(decisionDates)
    .where(eq(decisionDates.decisionId, decisionId))
    .orderBy(asc(decisionDates.at), asc(decisionDates.id));
}

function standing(is: Standing, today: string): SQL | undefined {
  if (is === "decided") return isNotNull(decisions.decidedDay);
  if (is === "withdrawn") return isNotNull(decisions.withdrawnDay);
  const waits = and(isNull(decisions.decidedDay), isNull(decisions.withdrawnDay));
  return and(waits, is === "open" ? gte(decisions.dueDay, today) : lt(decisions.dueDay, today));
}

const PAGE = 20;

/** One page of the log; what waits the longest first, what is decided the last first. */
export async function listDecisions(ctx: Ctx, filter: { standing?: Standing; page?: number } = {}) {
  const where = filter.standing && standing(filter.standing, dayOf(ctx.now));
  const [counted] = await ctx.db.select({ n: count() }).from(decisions).where(where);
  const total = counted?.n ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const page = Math.min(Math.max(1, filter.page ?? 1), pages);
  const rows = await selectSeen(ctx)
    .where(where)
    .orderBy(
      sql`case when ${decisions.decidedDay} is null and ${decisions.withdrawnDay} is null then 0 else 1 end`,
      desc(decisions.decidedDay),
      asc(decisions.dueDay),
      asc(decisions.id),
    )
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  return { decisions: rows, total, page, pages };
}

/** How many decisions stand in each state, and how many were decided after the first day that was promised. */
export async function countDecisions(ctx: Ctx) {
  const today = dayOf(ctx.now);
  const all = await ctx.db
    .select({
      dueDay: decisions.dueDay,
      firstDueDay: decisions.firstDueDay,
      decidedDay: decisions.decidedDay,
      withdrawnDay: decisions.withdrawnDay,
    })
    .from(decisions);
  const waits = all.filter((one) => !one.decidedDay && !one.withdrawnDay);
  return {
    all: all.length,
    open: waits.filter((one) => one.dueDay >= today).length,
    overdue: waits.filter((one) => one.dueDay < today).length,
    decided: all.filter((one) => one.decidedDay).length,
    withdrawn: all.filter((one) => one.withdrawnDay).length,
    late: all.filter((one) => one.decidedDay && one.decidedDay > one.firstDueDay).length,
  };
}

/** How many decisions wait although their day is over. */
export async function countOverdueDecisions(ctx: Ctx): Promise<number> {
  const [row] = await ctx.db
    .select({ n: count() })
    .from(decisions)
    .where(standing("overdue", dayOf(ctx.now)));
  return row?.n ?? 0;
}

/** Addresses of all decisions, for the site map. */
export async function listDecisionSlugs(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db
    .select({ slug: decisions.slug })
    .from(decisions)
    .orderBy(desc(decisions.createdAt))
    .limit(5000);
  return rows.map((row) => row.slug);
}

/** Ids of all decisions. */
export async function listDecisionIds(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db.select({ id: decisions.id }).from(decisions).orderBy(decisions.id);
  return rows.map((row) => row.id);
}

/** The appraisal that a decision belongs to, or null: its outcome is written down there. */
export async function findAppraisalOf(ctx: Ctx, decisionId: string) {
  const [row] = await ctx.db
    .select({ slug: appraisals.slug, title: appraisals.question })
    .from(appraisals)
    .where(eq(appraisals.decisionId, decisionId));
  return row ?? null;
}
