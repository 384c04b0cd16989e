import { ideaBoards } from "~/db/tables/ideas";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { slugOf, untaken } from "~/platform/slugs";
import { may } from "./may";
import { NOT_YOURS, prepareBoard } from "./prepare-board.server";
import { findBoardRow } from "./read.server";
import { RESERVED_BOARDS } from "./rules";

/** Makes a board that only staff see. Its slug comes from the title (or from `slug`, where a loader has one) and stays. */
export async function createBoard(
  ctx: Ctx,
  input: { typed: unknown; slug?: string },
): Promise<{ ok: true; id: string; slug: string } | Refusal<"invalid">> {
  const prepared = await prepareBoard(ctx, input.typed);
  if (!prepared.ok) return prepared;
  const { facts } = prepared;
  return write(ctx, { locks: ["board-slugs"] }, async (ctx) => {
    if (!may.editBoard(ctx.actor, facts)) {
      return { ok: false, reason: "invalid", fields: { neighbourhood: [NOT_YOURS] } };
    }
    const id = newId();
    const isTaken = async (one: string) =>
      RESERVED_BOARDS.includes(one) || (await findBoardRow(ctx, { slug: one })) !== null;
    const slug = await untaken(slugOf(input.slug ?? facts.title, "board"), isTaken);
    await ctx.db
      .insert(ideaBoards)
      .values({ ...facts, id, slug, state: "draft", createdAt: ctx.now, publishedAt: null });
    await audit(ctx, "ideas.board_created", { kind: "idea_board", id }, { support: facts.support });
    return { ok: true, id, slug };
  });
}
