import { ideaSupports } from "~/db/tables/ideas-support";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { countSupport } from "./count-support.server";
import { deviceSupporter } from "./know-supporter.server";
import { may } from "./may";

/** One support of history: to which idea, by whom (any text that tells people apart), how much and when. */
export type PastSupport = { ideaId: string; who: string; points?: number; at: Date };

/** Rows of one statement; both engines bind many times as many values. */
const AT_ONCE = 500;

/** Keeps a board's support of the past, each person once an idea. system only: it loads history, and asks nobody. */
export async function loadSupports(
  ctx: Ctx,
  { boardId, supports }: { boardId: string; supports: readonly PastSupport[] },
): Promise<{ ok: true }> {
  if (!may.load(ctx.actor)) throw new Error("Only the house itself loads history.");
  return write(ctx, { locks: [`ideas:${boardId}`] }, async (ctx) => {
    const rows = supports.map(({ ideaId, who, points = 1, at }) => ({
      ideaId,
      supporter: deviceSupporter(ctx, who),
      participantId: null,
      points,
      standing: "counted" as const,
      source: null,
      at,
    }));
    for (let done = 0; done < rows.length; done += AT_ONCE) {
      await ctx.db
        .insert(ideaSupports)
        .values(rows.slice(done, done + AT_ONCE))
        .onConflictDoNothing();
    }
    await countSupport(
      ctx,
      supports.map((one) => one.ideaId),
    );
    await audit(ctx, "ideas.supports_loaded", { kind: "idea_board", id: boardId }, { supports: rows.length });
    return { ok: true };
  });
}
