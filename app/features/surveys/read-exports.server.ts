import { and, count, desc, eq } from "drizzle-orm";
import { accounts } from "~/db/tables/people";
import { surveyExports } from "~/db/tables/surveys-paper";
import { surveyResponses } from "~/db/tables/surveys-responses";
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

/** How many responses a file holds now: those that wait to be shuffled are not among them. True numbers: for staff. */
export async function countStored(ctx: Ctx, surveyId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ n: count() })
    .from(surveyResponses)
    .where(eq(surveyResponses.surveyId, surveyId));
  return row?.n ?? 0;
}
