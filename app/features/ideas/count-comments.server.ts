import { and, count, eq } from "drizzle-orm";
import { ideas } from "~/db/tables/ideas";
import { ideaComments } from "~/db/tables/ideas-comments";
import type { Ctx } from "~/platform/context.server";

/**
 * Brings the kept number of comments in step with the rows: those shown, of all ideas that stand in the given one.
 * The only one that writes `commentCount`. Inside a write.
 */
export async function countComments(ctx: Ctx, standsInIds: readonly string[]): Promise<void> {
  for (const id of new Set(standsInIds)) {
    const [row] = await ctx.db
      .select({ n: count() })
      .from(ideaComments)
      .innerJoin(ideas, eq(ideas.id, ideaComments.ideaId))
      .where(and(eq(ideas.standsInId, id), eq(ideaComments.state, "live")));
    await ctx.db
      .update(ideas)
      .set({ commentCount: row?.n ?? 0 })
      .where(eq(ideas.id, id));
  }
}
