import { eq, inArray } from "drizzle-orm";
import { ideaBoards, ideas } from "~/db/tables/ideas";
import type { Ctx } from "~/platform/context.server";
import { listEffects } from "~/platform/links.server";
import { may } from "./may";

/** The ideas that notes of an event became, for staff who work with their boards: by the note's id. */
export async function listIdeasOf(
  ctx: Ctx,
  noteIds: readonly string[],
): Promise<Map<string, { title: string; path: string }[]>> {
  const effects = await listEffects(ctx, "event_note", noteIds);
  const ids = [...effects.values()].flat().flatMap((one) => (one.kind === "idea" ? [one.id] : []));
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .select({ idea: ideas, board: ideaBoards })
    .from(ideas)
    .innerJoin(ideaBoards, eq(ideaBoards.id, ideas.boardId))
    .where(inArray(ideas.id, ids));
  const seen = new Map(
    rows
      .filter(({ board }) => may.read(ctx.actor, board))
      .map(({ idea, board }) => [
        idea.id,
        { title: idea.title, path: `/manage/ideas/${board.slug}/${idea.slug}` },
      ]),
  );
  return new Map(
    [...effects].flatMap(([noteId, things]) => {
      const found = things.flatMap((one) => seen.get(one.id) ?? []);
      return found.length > 0 ? [[noteId, found] as const] : [];
    }),
  );
}
