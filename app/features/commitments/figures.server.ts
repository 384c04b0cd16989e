import { and, count, gte, isNotNull, lte, min, sql } from "drizzle-orm";
import { commitments } from "~/db/tables/commitments";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { medianOf } from "./median";
import { isInConflict, slipOf } from "./milestone";
import { isIn } from "./read.server";
import { listMilestones } from "./read-milestones.server";
import type { State } from "./rules";

/** London days, both included; either may be left open. */
export type Period = { from?: string; to?: string };

/** What is published about commitments. They count things and not people, so they are exact (figures/README). */
export type PromiseFigures = {
  /** Day on which it was so. */
  asAt: string;
  all: number;
  /** By state; every commitment is in exactly one. */
  states: Record<State, number>;
  /** Dated commitments whose date has come in the period, withdrawn ones apart: the denominator of the rate. */
  fellDue: number;
  doneOnTime: number;
  /** Whole per cent of those that fell due, or null where none did. */
  onTimeRate: number | null;
  /** Neither done nor withdrawn, and nobody owns it; whatever its date. */
  noOwner: number;
  /** Neither done nor withdrawn, dated, and without a date. */
  noDate: number;
  redatedTwice: number;
  /** The date of the one that has been overdue for longest, or null. */
  oldestOverdue: string | null;
};

const when = (condition: ReturnType<typeof isIn>) =>
  sql<number>`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`.mapWith(Number);

/**
 * The figures of commitments. Definition: a commitment falls due on the last day of the time that was agreed
 * last. On-time rate = done by that day ÷ (done by that day + done later + overdue), of those whose last day
 * lies in the period. Withdrawn ones, ambitions and standing ones are in no part of it. A commitment that is
 * done before its date is counted as fallen due. With a period, all other counts are of the same commitments;
 * without one, of the whole register.
 */
export async function promiseFigures(ctx: Ctx, period: Period = {}): Promise<PromiseFigures> {
  const asAt = dayOf(ctx.now);
  const is = (state: State) => isIn(state, asAt);
  const dated = isNotNull(commitments.dueDay);
  const live = sql`${commitments.doneDay} is null and ${commitments.withdrawnDay} is null`;
  const [row] = await ctx.db
    .select({
      all: count(),
      overdue: when(is("overdue")),
      open: when(is("open")),
      needs_owner: when(is("needs_owner")),
      done: when(is("done")),
      done_late: when(is("done_late")),
      withdrawn: when(is("withdrawn")),
      doneOnTime: when(and(is("done"), dated)),
      noOwner: when(and(live, sql`${commitments.officeId} is null`)),
      noDate: when(and(live, sql`${commitments.kind} = 'dated' and ${commitments.dueDay} is null`)),
      redatedTwice: when(sql`${commitments.redated} >= 2`),
    })
    .from(commitments)
    .where(
      and(
        period.from ? gte(commitments.dueDay, period.from) : undefined,
        period.to ? lte(commitments.dueDay, period.to) : undefined,
      ),
    );
  if (!row) throw new Error("A count has one row.");
  const [oldest] = await ctx.db
    .select({ day: min(commitments.dueDay) })
    .from(commitments)
    .where(
      and(
        is("overdue"),
        period.from ? gte(commitments.dueDay, period.from) : undefined,
        period.to ? lte(commitments.dueDay, period.to) : undefined,
      ),
    );
  const { all, doneOnTime, noOwner, noDate, redatedTwice, ...states } = row;
  const fellDue = doneOnTime + states.done_late + states.overdue;
  return {
    asAt,
    all,
    states,
    fellDue,
    doneOnTime,
    onTimeRate: fellDue === 0 ? null : Math.round((doneOnTime / fellDue) * 100),
    noOwner,
    noDate,
    redatedTwice,
    oldestOverdue: oldest?.day ?? null,
  };
}

/** What is published about milestones: how many, the median slip in days of those that slip can be said of, conflicts. */
export async function milestoneFigures(ctx: Ctx) {
  const all = await listMilestones(ctx);
  const slips = all
    .filter(({ milestone }) => milestone.status !== "dropped")
    .flatMap(({ milestone }) => slipOf(milestone) ?? []);
  return {
    all: all.length,
    reached: all.filter(({ milestone }) => milestone.status === "reached").length,
    late: slips.filter((days) => days > 0).length,
    medianSlip: medianOf(slips),
    inConflict: all.filter(({ dates }) => isInConflict(dates)).length,
  };
}
