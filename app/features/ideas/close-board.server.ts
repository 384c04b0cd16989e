import { eq } from "drizzle-orm";
import { ideaBoards } from "~/db/tables/ideas";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { findBoardRow } from "./read.server";
import { standingOf } from "./rules";

/** Closes an open board now, before its time: ideas stay to be read, and nothing more comes in. */
export async function closeBoard(
  ctx: Ctx,
  { slug }: { slug: string },
): Promise<{ ok: true } | Refusal<"missing" | "not_allowed" | "not_open">> {
  const found = await findBoardRow(ctx, { slug });
  if (!found || !may.read(ctx.actor, found)) return { ok: false, reason: "missing" };
  if (!may.editBoard(ctx.actor, found)) return { ok: false, reason: "not_allowed" };
  return write(ctx, { locks: [`ideas:${found.id}`] }, async (ctx) => {
    const board = await findBoardRow(ctx, { id: found.id });
    if (!board || standingOf(board, ctx.now) !== "open") return { ok: false, reason: "not_open" };
    await ctx.db.update(ideaBoards).set({ closesAt: ctx.now }).where(eq(ideaBoards.id, board.id));
    await audit(ctx, "ideas.board_closed", { kind: "idea_board", id: board.id });
    return { ok: true };
  });
}
