import { and, asc, eq, isNull, lt, lte, or } from "drizzle-orm";
import { jobs } from "~/db/tables/platform";
import { type Ctx, write } from "./context.server";

/** Does one piece of timed work; must be safe to run twice. */
export type JobHandler = (ctx: Ctx, subject: string) => Promise<unknown>;

const LEASE_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;
const MOST_ATTEMPTS = 12;

/** Asks for work at a time, in the write that causes it. The same name, subject and time is one job. */
export async function schedule(ctx: Ctx, job: { name: string; subject: string; dueAt: Date }): Promise<void> {
  await ctx.db
    .insert(jobs)
    .values({ ...job, attempts: 0 })
    .onConflictDoNothing();
}

/** Takes the next due job for a minute, so that no other process does it too; null when nothing is due. */
async function claim(ctx: Ctx) {
  const due = and(
    isNull(jobs.doneAt),
    lte(jobs.dueAt, ctx.now),
    or(isNull(jobs.leaseUntil), lt(jobs.leaseUntil, ctx.now)),
    lt(jobs.attempts, MOST_ATTEMPTS),
  );
  // Looking first keeps an idle house from committing every second.
  const [any] = await ctx.db.select({ name: jobs.name }).from(jobs).where(due).limit(1);
  if (!any) return null;
  const claimed = await write(ctx, { locks: ["jobs"] }, async (ctx) => {
    const [job] = await ctx.db.select().from(jobs).where(due).orderBy(asc(jobs.dueAt)).limit(1);
    if (!job) return { ok: true as const, job: null };
    const leaseUntil = new Date(ctx.now.getTime() + LEASE_MS);
    await ctx.db
      .update(jobs)
      .set({ leaseUntil, attempts: job.attempts + 1 })
      .where(same(job));
    return { ok: true as const, job: { ...job, attempts: job.attempts + 1 } };
  });
  return claimed.job;
}

type Job = typeof jobs.$inferSelect;
const same = (job: Job) =>
  and(eq(jobs.name, job.name), eq(jobs.subject, job.subject), eq(jobs.dueAt, job.dueAt));

/** Does what is due, one job at a time, until nothing is left or `most` are done. Returns how many ran. */
export async function runDueJobs(ctx: Ctx, handlers: Record<string, JobHandler>, most = 50): Promise<number> {
  for (let ran = 0; ran < most; ran += 1) {
    const job = await claim(ctx);
    if (!job) return ran;
    const trouble = await attempt(ctx, handlers[job.name], job);
    await write(ctx, { locks: ["jobs"] }, async (ctx) => {
      const pause = Math.min(LONGEST_PAUSE_MS, 60_000 * 2 ** (job.attempts - 1));
      const change = trouble
        ? { trouble, leaseUntil: new Date(ctx.now.getTime() + pause) }
        : { trouble: null, doneAt: ctx.now };
      await ctx.db.update(jobs).set(change).where(same(job));
      return { ok: true as const };
    });
  }
  return most;
}

async function attempt(ctx: Ctx, handler: JobHandler | undefined, job: Job): Promise<string | null> {
  if (!handler) return `No one does ${job.name} any more.`;
  try {
    await handler(ctx, job.subject);
    return null;
  } catch (error) {
    return error instanceof Error ? error.name : "unknown trouble";
  }
}
