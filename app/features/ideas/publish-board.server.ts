import { eq } from "drizzle-orm";
import { ideaBoards } from "~/db/tables/ideas";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { indexBoard } from "./index-idea.server";
import { may } from "./may";
import { findBoardRow } from "./read.server";

/** Shows a board to everybody; ideas come in from the moment it opens. Refuses one whose time is over. */
export async function publishBoard(
  ctx: Ctx,
  { slug }: { slug: string },
): Promise<{ ok: true } | Refusal<"missing" | "not_allowed" | "past">> {
  const found = await findBoardRow(ctx, { slug });
  if (!found || !may.read(ctx.actor, found)) return { ok: false, reason: "missing" };
  if (!may.editBoard(ctx.actor, found)) return { ok: false, reason: "not_allowed" };
  return write(ctx, { locks: [`ideas:${found.id}`] }, async (ctx) => {
    if (found.closesAt <= ctx.now) {
      return {
        ok: false,
        reason: "past",
        fields: { closesDay: ["Its closing time has passed: move it first"] },
      };
    }
    await ctx.db
      .update(ideaBoards)
      .set({ state: "published", publishedAt: found.publishedAt ?? ctx.now })
      .where(eq(ideaBoards.id, found.id));
    await indexBoard(ctx, found.id);
    await audit(ctx, "ideas.board_published", { kind: "idea_board", id: found.id });
    return { ok: true };
  });
}
