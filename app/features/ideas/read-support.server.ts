import type { Ctx } from "~/platform/context.server";
import { listMine, pointsLeft } from "./give-support.server";
import type { SupportShown } from "./IdeaSupport";
import { supporterOn, type Visitor } from "./know-supporter.server";
import type { IdeaSeen } from "./read.server";
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
