import { eq } from "drizzle-orm";
import { dropSearchEntry, putSearchEntry } from "~/db/search.server";
import { ideas } from "~/db/tables/ideas";
import type { Ctx } from "~/platform/context.server";
import { findBoardRow, findIdeaWhole, listIdeaThemes } from "./read.server";
import { shortened } from "./shortened";

/** Brings what can be found by words in step with one idea, inside the write that changed it. */
export async function indexIdea(ctx: Ctx, id: string): Promise<void> {
  const found = await findIdeaWhole(ctx, id);
  if (found?.idea.state !== "live" || found.board.state !== "published") {
    await dropSearchEntry(ctx.db, "idea", id);
    return;
  }
  const { idea, board, neighbourhood } = found;
  const about = (await listIdeaThemes(ctx, [id])).get(id) ?? [];
  const partOf = await ctx.db.select({ title: ideas.title }).from(ideas).where(eq(ideas.standsInId, id));
  await putSearchEntry(ctx.db, {
    kind: "idea",
    subjectId: id,
    title: idea.title,
    summary: shortened(idea.text),
    path: `/ideas/${board.slug}/${idea.slug}`,
    text: [neighbourhood?.name, board.title, idea.text, ...about.map((one) => one.label)]
      .concat(partOf.map((one) => one.title))
      .filter(Boolean)
      .join(" "),
    at: idea.publishedAt ?? idea.createdAt,
  });
}

/** The same for a board, inside the write that changed it. */
export async function indexBoard(ctx: Ctx, id: string): Promise<void> {
  const board = await findBoardRow(ctx, { id });
  if (board?.state !== "published") {
    await dropSearchEntry(ctx.db, "idea_board", id);
    return;
  }
  await putSearchEntry(ctx.db, {
    kind: "idea_board",
    subjectId: id,
    title: board.title,
    summary: board.question,
    path: `/ideas/${board.slug}`,
    text: [board.decides, board.canChange, board.cannotChange].join(" "),
    at: board.opensAt,
  });
}
