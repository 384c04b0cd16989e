import { and, asc, eq, gte, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { commitmentOffices, commitmentReminders, commitments } from "~/db/tables/commitments";
import { organisations } from "~/db/tables/places";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { type CommitmentSeen, isIn, selectSeen } from "./read.server";
import type { Reminder } from "./reminders";

const MOST = 50;
const live = and(isNull(commitments.doneDay), isNull(commitments.withdrawnDay));

/** Live commitments that nobody owns or that should have a date and have none, the oldest first. */
export async function listLacking(ctx: Ctx): Promise<CommitmentSeen[]> {
  const undated = and(eq(commitments.kind, "dated"), isNull(commitments.dueDay));
  return selectSeen(ctx)
    .where(and(live, or(isNull(commitments.officeId), undated)))
    .orderBy(asc(commitments.madeDay), asc(commitments.number))
    .limit(MOST);
}

/** Overdue commitments, the one that has been for longest first. */
export async function listOverdue(ctx: Ctx, limit = MOST): Promise<CommitmentSeen[]> {
  return selectSeen(ctx)
    .where(isIn("overdue", dayOf(ctx.now)))
    .orderBy(asc(commitments.dueDay), asc(commitments.number))
    .limit(limit);
}

/** A reminder that goes out by nobody's mail: which commitment, of which moment, to whom. */
export type ReminderTask = {
  number: number;
  said: string;
  dueDay: string;
  moment: Reminder;
  role: string;
  organisation: string;
};

/** Owners without an address whom staff should remind: of dates that still hold, of commitments still open. */
export async function listReminderTasks(ctx: Ctx): Promise<ReminderTask[]> {
  return ctx.db
    .select({
      number: commitments.number,
      said: commitments.said,
      dueDay: commitmentReminders.dueDay,
      moment: commitmentReminders.moment,
      role: commitmentOffices.role,
      organisation: organisations.name,
    })
    .from(commitmentReminders)
    .innerJoin(commitments, eq(commitments.id, commitmentReminders.commitmentId))
    .innerJoin(commitmentOffices, eq(commitmentOffices.id, commitments.officeId))
    .innerJoin(organisations, eq(organisations.id, commitmentOffices.organisationId))
    .where(
      and(
        eq(commitmentReminders.channel, "staff"),
        isNull(commitmentReminders.doneAt),
        eq(commitmentReminders.dueDay, commitments.dueDay),
        live,
      ),
    )
    .orderBy(asc(commitmentReminders.dueDay), asc(commitments.number))
    .limit(MOST);
}

/** What waits with commitments, as numbers for the staff home. */
export async function countWaiting(ctx: Ctx): Promise<{ lacking: number; overdue: number; tasks: number }> {
  const [lacking, overdue, tasks] = [
    await listLacking(ctx),
    await listOverdue(ctx),
    await listReminderTasks(ctx),
  ];
  return { lacking: lacking.length, overdue: overdue.length, tasks: tasks.length };
}

/** Who owns a commitment, with the office's address: for staff alone. */
export async function findOffice(ctx: Ctx, id: string | null) {
  if (!id) return null;
  const [row] = await ctx.db
    .select({
      role: commitmentOffices.role,
      email: commitmentOffices.email,
      organisation: organisations.slug,
    })
    .from(commitmentOffices)
    .innerJoin(organisations, eq(organisations.id, commitmentOffices.organisationId))
    .where(eq(commitmentOffices.id, id));
  return row ?? null;
}

/** A commitment whose owner is to be reminded now, and of which moment. */
export type ToRemind = {
  commitment: typeof commitments.$inferSelect;
  office: typeof commitmentOffices.$inferSelect;
  organisation: string;
  moment: Reminder;
};

/**
 * Owned, dated and open commitments whose owner has not been reminded of where the date stands today: within
 * `ahead` (a week before), on the day, or past it. At most `limit`.
 */
export async function listToRemind(
  ctx: Ctx,
  { ahead, since, limit }: { ahead: string; since: string; limit: number },
): Promise<ToRemind[]> {
  const today = dayOf(ctx.now);
  const moment = sql<Reminder>`case when ${commitments.dueDay} < ${today} then 'overdue' when ${commitments.dueDay} = ${today} then 'due' else 'before' end`;
  const said = sql`exists (select 1 from ${commitmentReminders} where ${commitmentReminders.commitmentId} = ${commitments.id} and ${commitmentReminders.dueDay} = ${commitments.dueDay} and ${commitmentReminders.moment} = ${moment})`;
  return ctx.db
    .select({
      commitment: commitments,
      office: commitmentOffices,
      organisation: organisations.name,
      moment,
    })
    .from(commitments)
    .innerJoin(commitmentOffices, eq(commitmentOffices.id, commitments.officeId))
    .innerJoin(organisations, eq(organisations.id, commitmentOffices.organisationId))
    .where(
      and(
        live,
        isNotNull(commitments.dueDay),
        lte(commitments.dueDay, ahead),
        gte(commitments.dueDay, since),
        sql`not ${said}`,
      ),
    )
    .orderBy(asc(commitments.dueDay), asc(commitments.number))
    .limit(limit);
}
