import { and, eq, inArray } from "drizzle-orm";
import { ideas } from "~/db/tables/ideas";
import { ideaComments } from "~/db/tables/ideas-comments";
import { ideaMarks, ideaStatements } from "~/db/tables/ideas-statements";
import { ideaSupports } from "~/db/tables/ideas-support";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { countComments } from "./count-comments.server";
import { countSupport } from "./count-support.server";
import { may } from "./may";
import { listStandsIn } from "./read-comments.server";
import { listQuarantined } from "./read-quarantine.server";

/** How much was let out. */
export type Released = { ok: true; released: number } | Refusal<"missing" | "not_allowed">;

/**
 * Lets out what was put aside, all at once: of the sources given, on the boards that the actor judges. It counts from
 * now on as if it had never been put aside, and is not put aside again for the same burst.
 */
export async function releaseQuarantined(ctx: Ctx, input: { sources: readonly string[] }): Promise<Released> {
  const groups = (await listQuarantined(ctx)).filter(({ source }) => input.sources.includes(source));
  if (groups.length === 0) return { ok: false, reason: "missing" };
  const boards = new Map(groups.flatMap((one) => one.boards.map((board) => [board.id, board] as const)));
  const locks = [...boards.keys()].map((id) => `ideas:${id}`);
  return write(ctx, { locks }, async (ctx): Promise<Released> => {
    if (![...boards.values()].every((board) => may.judge(ctx.actor, board))) {
      return { ok: false, reason: "not_allowed" };
    }
    const sources = groups.map(({ source }) => source);
    const ids = [...boards.keys()];
    const ofBoards = ctx.db.select({ id: ideas.id }).from(ideas).where(inArray(ideas.boardId, ids));
    const supports = await ctx.db
      .update(ideaSupports)
      .set({ standing: "counted", source: null })
      .where(
        and(
          inArray(ideaSupports.source, sources),
          eq(ideaSupports.standing, "quarantined"),
          inArray(ideaSupports.ideaId, ofBoards),
        ),
      )
      .returning({ ideaId: ideaSupports.ideaId });
    const comments = await ctx.db
      .update(ideaComments)
      .set({ state: "live", source: null })
      .where(
        and(
          inArray(ideaComments.source, sources),
          eq(ideaComments.state, "quarantined"),
          inArray(ideaComments.ideaId, ofBoards),
        ),
      )
      .returning({ ideaId: ideaComments.ideaId });
    const statements = ctx.db
      .select({ id: ideaStatements.id })
      .from(ideaStatements)
      .where(inArray(ideaStatements.boardId, ids));
    const marks = await ctx.db
      .update(ideaMarks)
      .set({ standing: "counted", source: null })
      .where(
        and(
          inArray(ideaMarks.source, sources),
          eq(ideaMarks.standing, "quarantined"),
          inArray(ideaMarks.statementId, statements),
        ),
      )
      .returning({ id: ideaMarks.statementId });
    const idsOf = (rows: readonly { ideaId: string }[]) => rows.map(({ ideaId }) => ideaId);
    await countSupport(ctx, await listStandsIn(ctx, idsOf(supports)));
    await countComments(ctx, await listStandsIn(ctx, idsOf(comments)));
    const counts = { supports: supports.length, comments: comments.length, marks: marks.length };
    const released = counts.supports + counts.comments + counts.marks;
    await audit(ctx, "ideas.released", { kind: "ideas", id: "quarantine" }, counts);
    return { ok: true, released };
  });
}
