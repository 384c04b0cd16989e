import { aliasedTable, and, eq, inArray, ne, sum } from "drizzle-orm";
import { ideas } from "~/db/tables/ideas";
import { ideaSupports } from "~/db/tables/ideas-support";
import type { Ctx, Refusal } from "~/platform/context.server";
import { countSupport } from "./count-support.server";
import type { BoardRow, IdeaRow } from "./read.server";

/** How much, by whom, and whether it counts for now. */
export type Giving = {
  supporter: string;
  participantId: string | null;
  points: number;
  standing: "counted" | "quarantined";
  source: string | null;
};

/**
 * Gives support to the idea that stands (never to one that went into another), and counts it. Giving it twice is
 * giving it once; where people have points, what is given now takes the place of what was given before. Inside a
 * write that holds the board's lock.
 */
export async function giveSupport(
  ctx: Ctx,
  { board, idea }: { board: BoardRow; idea: IdeaRow },
  giving: Giving,
): Promise<{ ok: true; isNew: boolean } | Refusal<"too_many_points">> {
  const mine = await listMine(ctx, idea.id, giving.supporter);
  const isNew = mine.length === 0;
  if (board.support !== "points") {
    if (isNew) await put(ctx, idea.id, { ...giving, points: 1 });
  } else {
    const left = (await pointsLeft(ctx, board, giving.supporter)) + total(mine);
    if (giving.points > left) return { ok: false, reason: "too_many_points" };
    const elsewhere = mine.filter((row) => row.ideaId !== idea.id);
    const here = giving.points - total(elsewhere);
    await takeRows(ctx, here > 0 ? [idea.id] : mine.map((row) => row.ideaId), giving.supporter);
    await put(ctx, idea.id, {
      ...giving,
      points: here > 0 ? here : giving.points,
      standing: mine.some((row) => row.standing === "quarantined") ? "quarantined" : giving.standing,
    });
  }
  await countSupport(ctx, [idea.id]);
  return { ok: true, isNew };
}

/** Takes somebody's support back, of all ideas that stand in this one, and counts. Inside a write. */
export async function takeSupportBack(ctx: Ctx, ideaId: string, supporter: string): Promise<boolean> {
  const mine = await listMine(ctx, ideaId, supporter);
  await takeRows(
    ctx,
    mine.map((row) => row.ideaId),
    supporter,
  );
  await countSupport(ctx, [ideaId]);
  return mine.length > 0;
}

/** What somebody gave to an idea and to those that went into it. */
export async function listMine(ctx: Ctx, ideaId: string, supporter: string) {
  return ctx.db
    .select({ ideaId: ideaSupports.ideaId, points: ideaSupports.points, standing: ideaSupports.standing })
    .from(ideas)
    .innerJoin(ideaSupports, eq(ideaSupports.ideaId, ideas.id))
    .where(and(eq(ideas.standsInId, ideaId), eq(ideaSupports.supporter, supporter)));
}

/** How many points somebody still has on a board: those on ideas that were taken out are theirs again. */
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

const total = (rows: readonly { points: number }[]) => rows.reduce((all, row) => all + row.points, 0);

async function put(ctx: Ctx, ideaId: string, giving: Giving): Promise<void> {
  await ctx.db
    .insert(ideaSupports)
    .values({ ...giving, ideaId, at: ctx.now })
    .onConflictDoNothing();
}

async function takeRows(ctx: Ctx, ids: readonly string[], supporter: string): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db
    .delete(ideaSupports)
    .where(and(inArray(ideaSupports.ideaId, [...ids]), eq(ideaSupports.supporter, supporter)));
}
