import { eq } from "drizzle-orm";
import { ideaBoards } from "~/db/tables/ideas";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { indexBoard } from "./index-idea.server";
import { may } from "./may";
import { type BoardFacts, NOT_YOURS, prepareBoard } from "./prepare-board.server";
import { type BoardRow, findBoardRow } from "./read.server";

/**
 * Changes what a board says and when it closes. Once it is published, how people support ideas, whether they open a
 * link, and a start that has passed stay as people met them.
 */
export async function editBoard(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "not_allowed">> {
  const found = await findBoardRow(ctx, { slug });
  if (!found || !may.read(ctx.actor, found)) return { ok: false, reason: "missing" };
  if (!may.editBoard(ctx.actor, found)) return { ok: false, reason: "not_allowed" };
  const prepared = await prepareBoard(ctx, typed);
  if (!prepared.ok) return prepared;
  const { facts } = prepared;
  return write(ctx, { locks: [`ideas:${found.id}`] }, async (ctx) => {
    const board = await findBoardRow(ctx, { id: found.id });
    if (!board) return { ok: false, reason: "missing" };
    if (!may.editBoard(ctx.actor, facts)) {
      return { ok: false, reason: "invalid", fields: { neighbourhood: [NOT_YOURS] } };
    }
    const fields = wrongNow(board, facts, ctx.now);
    if (fields) return { ok: false, reason: "invalid", fields };
    await ctx.db.update(ideaBoards).set(facts).where(eq(ideaBoards.id, board.id));
    await indexBoard(ctx, board.id);
    await audit(ctx, "ideas.board_edited", { kind: "idea_board", id: board.id });
    return { ok: true };
  });
}

/** What can't be said of a board any more, by field; null when all is well. */
function wrongNow(board: BoardRow, facts: BoardFacts, now: Date): Record<string, string[]> | null {
  if (board.state === "draft") return null;
  const stays = "People have begun to take part, so this has to stay";
  if (facts.support !== board.support) return { support: [stays] };
  if (facts.points !== board.points) return { points: [stays] };
  if (facts.asksLink !== board.asksLink) return { asksLink: [stays] };
  if (board.opensAt <= now && facts.opensAt.getTime() !== board.opensAt.getTime()) {
    return { opensDay: ["It has opened, so this has to stay"] };
  }
  return null;
}
