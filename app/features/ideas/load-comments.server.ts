import { ideaComments } from "~/db/tables/ideas-comments";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { countComments } from "./count-comments.server";
import { may } from "./may";
import { listStandsIn } from "./read-comments.server";

/** One comment of history: on which idea, what was said, by whom and when. */
export type PastComment = {
  ideaId: string;
  text: string;
  shownName: string | null;
  by: { accountId: string; badge: string } | null;
  at: Date;
};

/** Rows of one statement; both engines bind many times as many values. */
const AT_ONCE = 300;

/** Keeps a board's shown comments of the past. system only: it loads history, and asks nobody. */
export async function loadComments(
  ctx: Ctx,
  { boardId, comments }: { boardId: string; comments: readonly PastComment[] },
): Promise<{ ok: true }> {
  if (!may.load(ctx.actor)) throw new Error("Only the house itself loads history.");
  return write(ctx, { locks: [`ideas:${boardId}`] }, async (ctx) => {
    const rows = comments.map(({ ideaId, text, shownName, by, at }) => ({
      ...{ id: newId(), ideaId, text, locale: "en", shownName, flags: [], state: "live" as const },
      ...{ accountId: by?.accountId ?? null, badge: by?.badge ?? null, createdAt: at },
    }));
    for (let done = 0; done < rows.length; done += AT_ONCE) {
      await ctx.db.insert(ideaComments).values(rows.slice(done, done + AT_ONCE));
    }
    const ids = comments.map(({ ideaId }) => ideaId);
    await countComments(ctx, await listStandsIn(ctx, ids));
    await audit(ctx, "ideas.comments_loaded", { kind: "idea_board", id: boardId }, { comments: rows.length });
    return { ok: true };
  });
}
