import { and, eq, gte, isNull, lt, sql } from "drizzle-orm";
import { jobs, messages } from "~/db/tables/platform";
import type { Ctx } from "./context.server";

/** What belongs to a history: rows made since the id `madeSince`, about a time before `before`. */
export type PartOfHistory = { madeSince: string; before: Date };

/**
 * After a history was loaded at its own dates: what it had to tell people counts as sent, called or posted
 * on the day, and its timed work as done, so that nothing of it happens today. Inside a write.
 */
export async function closeHistory(ctx: Ctx, { madeSince, before }: PartOfHistory): Promise<void> {
  if (!ctx.held) throw new Error("closeHistory() belongs inside a write.");
  // Ids are made in the order of time, so everything from this load sorts behind its first id.
  await ctx.db
    .update(messages)
    .set({ state: "done", attempts: 1, doneAt: sql`${messages.dueAt}` })
    .where(and(gte(messages.id, madeSince), eq(messages.state, "waiting"), lt(messages.createdAt, before)));
  await ctx.db
    .update(jobs)
    .set({ doneAt: sql`${jobs.dueAt}` })
    .where(and(gte(jobs.subject, madeSince), isNull(jobs.doneAt), lt(jobs.dueAt, before)));
}
