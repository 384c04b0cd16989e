import { dropSearchEntry, putSearchEntry } from "~/db/search.server";
import { syncThing } from "~/features/responses/sync-thing.server";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import {
  findBoardRow,
  findIdeaWhole,
  type IdeaSeen,
  listIdeaThemes,
  listThemeIds,
  listTitlesIn,
} from "./read.server";
import { shortened } from "./shortened";

/** Brings what can be found by words, and what waits for an answer, in step with one idea, inside the write that changed it. */
export async function indexIdea(ctx: Ctx, id: string): Promise<void> {
  const found = await findIdeaWhole(ctx, id);
  if (found) await syncAnswer(ctx, found);
  if (found?.idea.state !== "live" || found.board.state !== "published") {
    await dropSearchEntry(ctx.db, "idea", id);
    return;
  }
  const { idea, board, neighbourhood } = found;
  const about = (await listIdeaThemes(ctx, [id])).get(id) ?? [];
  const partOf = await listTitlesIn(ctx, id);
  await putSearchEntry(ctx.db, {
    kind: "idea",
    subjectId: id,
    title: idea.title,
    summary: shortened(idea.text),
    path: `/ideas/${board.slug}/${idea.slug}`,
    text: [neighbourhood?.name, idea.text, ...about.map((one) => one.label)]
      .concat(partOf)
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

/** An idea that everyone may see waits for an answer; one that was merged is answered with the one it stands in. */
async function syncAnswer(ctx: Ctx, { idea, board }: IdeaSeen): Promise<void> {
  const isPublic = board.state === "published";
  await syncThing(ctx, {
    thing: { kind: "idea", id: idea.id },
    said: idea.title,
    saidOn: dayOf(idea.publishedAt ?? idea.createdAt),
    neighbourhoodId: idea.neighbourhoodId,
    themeIds: await listThemeIds(ctx, idea.id),
    shown: isPublic && idea.state === "live",
    into: isPublic && idea.state === "merged" ? { kind: "idea", id: idea.standsInId } : null,
  });
}
