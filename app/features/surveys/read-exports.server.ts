import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { accounts } from "~/db/tables/people";
import { surveyExports } from "~/db/tables/surveys-paper";
import { surveyTallies } from "~/db/tables/surveys-responses";
import type { Ctx } from "~/platform/context.server";

/** Who took a survey's responses out as a file, the newest first. */
export async function listExports(ctx: Ctx, surveyId: string) {
  return ctx.db
    .select({ taken: surveyExports, by: accounts.name })
    .from(surveyExports)
    .leftJoin(accounts, eq(accounts.id, surveyExports.byId))
    .where(eq(surveyExports.surveyId, surveyId))
    .orderBy(desc(surveyExports.id))
    .limit(20);
}

/** One file that was asked for, or null. */
export async function findExport(ctx: Ctx, surveyId: string, id: string) {
  const [row] = await ctx.db
    .select()
    .from(surveyExports)
    .where(and(eq(surveyExports.id, id), eq(surveyExports.surveyId, surveyId)));
  return row ?? null;
}

/**
 * How many responses a file holds now: those that wait to be shuffled are not among them. From the tallies, in which
 * each response is in exactly one state of each question. True numbers: for staff.
 */
export async function countStored(ctx: Ctx, surveyId: string): Promise<number> {
  const t = surveyTallies;
  const rows = await ctx.db
    .select({ version: t.version, question: t.question, n: sql<number>`sum(${t.count})`.mapWith(Number) })
    .from(t)
    .where(and(eq(t.surveyId, surveyId), eq(t.byQuestion, ""), eq(t.part, ""), inArray(t.answer, STATES)))
    .groupBy(t.version, t.question);
  const ofVersion = new Map(rows.map(({ version, n }) => [version, n]));
  return [...ofVersion.values()].reduce((sum, n) => sum + n, 0);
}

const STATES = ["~answered", "~skipped", "~prefer_not", "~not_shown"];
