import { aliasedTable, and, eq, ne, sum } from "drizzle-orm";
import { ideas } from "~/db/tables/ideas";
import { ideaSupports } from "~/db/tables/ideas-support";
import type { Ctx } from "~/platform/context.server";
import type { SupportShown } from "./IdeaSupport";
import { supporterOn, type Visitor } from "./know-supporter.server";
import type { BoardRow, IdeaSeen } from "./read.server";
import { standingOf } from "./rules";

/** How an idea's support stands for one visitor: the count that all see, and what they gave themselves. */
export async function getSupport(
  ctx: Ctx,
  { idea, board }: IdeaSeen,
  visitor: Visitor,
): Promise<SupportShown> {
  const supporter = visitor.isNew && !board.asksLink ? null : supporterOn(ctx, board, visitor);
  const mine = supporter ? await listMine(ctx, idea.id, supporter) : [];
  const left = supporter && board.points ? await pointsLeft(ctx, board, supporter) : board.points;
  return {
    mode: board.support,
    standing: standingOf(board, ctx.now),
    count: idea.supportCount,
    mine: mine.reduce((all, row) => all + row.points, 0),
    left: left === null ? null : Math.max(0, left),
  };
}

/** What somebody gave to an idea and to those that went into it. */
export async function listMine(ctx: Ctx, ideaId: string, supporter: string) {
  return ctx.db
    .select({ ideaId: ideaSupports.ideaId, points: ideaSupports.points, standing: ideaSupports.standing })
    .from(ideas)
    .innerJoin(ideaSupports, eq(ideaSupports.ideaId, ideas.id))
    .where(and(eq(ideas.standsInId, ideaId), eq(ideaSupports.supporter, supporter)));
}

/** How many points somebody still has on a board: those on ideas that were taken out are theirs again. Exempt: theirs alone, and told to them alone. */
export async function pointsLeft(ctx: Ctx, board: BoardRow, supporter: string): Promise<number> {
  const stands = aliasedTable(ideas, "stands");
  const [given] = await ctx.db
    .select({ points: sum(ideaSupports.points) })
    .from(ideaSupports)
    .innerJoin(ideas, eq(ideas.id, ideaSupports.ideaId))
    .innerJoin(stands, eq(stands.id, ideas.standsInId))
    .where(
      and(eq(ideaSupports.supporter, supporter), eq(ideas.boardId, board.id), ne(stands.state, "removed")),
    );
  return (board.points ?? 0) - Number(given?.points ?? 0);
}
