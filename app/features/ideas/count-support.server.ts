import { and, countDistinct, eq, inArray, sum } from "drizzle-orm";
import { ideaBoards, ideas } from "~/db/tables/ideas";
import { ideaSupports } from "~/db/tables/ideas-support";
import type { Ctx } from "~/platform/context.server";

/**
 * Counts the support of these ideas anew from its rows: different supporters whose support counts (or all their
 * points), over every idea that stands in this one. Inside a write that holds the board's lock.
 */
export async function countSupport(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const wanted = [...new Set(ids)];
  const rows = await ctx.db
    .select({
      id: ideas.standsInId,
      support: ideaBoards.support,
      people: countDistinct(ideaSupports.supporter),
      points: sum(ideaSupports.points),
    })
    .from(ideas)
    .innerJoin(ideaBoards, eq(ideaBoards.id, ideas.boardId))
    .innerJoin(ideaSupports, eq(ideaSupports.ideaId, ideas.id))
    .where(and(inArray(ideas.standsInId, wanted), eq(ideaSupports.standing, "counted")))
    .groupBy(ideas.standsInId, ideaBoards.support);
  const found = new Map(
    rows.map((row) => [row.id, Number(row.support === "points" ? row.points : row.people)]),
  );
  for (const id of wanted) {
    await ctx.db
      .update(ideas)
      .set({ supportCount: found.get(id) ?? 0 })
      .where(eq(ideas.id, id));
  }
}
