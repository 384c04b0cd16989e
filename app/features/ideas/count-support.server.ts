import { and, countDistinct, eq, sum } from "drizzle-orm";
import { ideaBoards, ideas } from "~/db/tables/ideas";
import { ideaSupports } from "~/db/tables/ideas-support";
import type { Ctx } from "~/platform/context.server";

/** Brings the kept support of ideas in step with the rows. Inside a write. */
export async function countSupport(ctx: Ctx, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const [board] = await ctx.db
      .select({ support: ideaBoards.support })
      .from(ideas)
      .innerJoin(ideaBoards, eq(ideaBoards.id, ideas.boardId))
      .where(eq(ideas.id, id));
    const n = board?.support === "points" ? sum(ideaSupports.points) : countDistinct(ideaSupports.supporter);
    const [row] = await ctx.db
      .select({ n })
      .from(ideaSupports)
      .innerJoin(ideas, eq(ideas.id, ideaSupports.ideaId))
      .where(and(eq(ideas.standsInId, id), eq(ideaSupports.standing, "counted")));
    await ctx.db
      .update(ideas)
      .set({ supportCount: Number(row?.n ?? 0) })
      .where(eq(ideas.id, id));
  }
}
