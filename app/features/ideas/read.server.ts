import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import { ideaBoards, ideas, ideaThemes } from "~/db/tables/ideas";
import { neighbourhoods, themes } from "~/db/tables/places";
import type { Ctx } from "~/platform/context.server";
import { may } from "./may";

/** A board's row. */
export type BoardRow = typeof ideaBoards.$inferSelect;
/** An idea's row. */
export type IdeaRow = typeof ideas.$inferSelect;

/** A theme as ideas show it. */
export type AboutTheme = { slug: string; label: string };

/** An idea with what its page and cards show of it. */
export type IdeaSeen = {
  idea: IdeaRow;
  board: BoardRow;
  neighbourhood: { slug: string; name: string; palette: string; seed: number } | null;
};

/** The one condition that says which ideas the public sees. Both tables must be in the query. */
export const shownIdeas = (...more: (SQL | undefined)[]): SQL | undefined =>
  and(eq(ideaBoards.state, "published"), eq(ideas.state, "live"), ...more);

/** Ideas with their board and neighbourhood, to be narrowed. */
export function selectIdeas(ctx: Ctx) {
  return ctx.db
    .select({
      idea: ideas,
      board: ideaBoards,
      neighbourhood: {
        slug: neighbourhoods.slug,
        name: neighbourhoods.name,
        palette: neighbourhoods.palette,
        seed: neighbourhoods.seed,
      },
    })
    .from(ideas)
    .innerJoin(ideaBoards, eq(ideaBoards.id, ideas.boardId))
    .leftJoin(neighbourhoods, eq(neighbourhoods.id, ideas.neighbourhoodId));
}

/** A board's row, whoever asks; for verbs. */
export async function findBoardRow(
  ctx: Ctx,
  by: { slug: string } | { id: string },
): Promise<BoardRow | null> {
  const [row] = await ctx.db
    .select()
    .from(ideaBoards)
    .where("slug" in by ? eq(ideaBoards.slug, by.slug) : eq(ideaBoards.id, by.id));
  return row ?? null;
}

/** The board at this address that the actor may see, or null: drafts answer like missing ones. */
export async function findBoard(ctx: Ctx, slug: string): Promise<BoardRow | null> {
  const board = await findBoardRow(ctx, { slug });
  return board && may.see(ctx.actor, board) ? board : null;
}

/** An idea's row, whatever became of it; for verbs. */
export async function findIdeaRow(ctx: Ctx, id: string): Promise<IdeaRow | null> {
  const [row] = await ctx.db.select().from(ideas).where(eq(ideas.id, id));
  return row ?? null;
}

/** An idea with its board, whatever became of it; for verbs. */
export async function findIdeaWhole(ctx: Ctx, id: string): Promise<IdeaSeen | null> {
  const [row] = await selectIdeas(ctx).where(eq(ideas.id, id));
  return row ?? null;
}

/**
 * The idea at an address as the public sees it; for one that was merged, where it went (`movedTo`). Null for
 * everything that is not shown, and for what is not there.
 */
export async function findIdea(
  ctx: Ctx,
  boardSlug: string,
  slug: string,
): Promise<{ seen: IdeaSeen; movedTo: null } | { seen: null; movedTo: string } | null> {
  const [row] = await selectIdeas(ctx).where(and(eq(ideaBoards.slug, boardSlug), eq(ideas.slug, slug)));
  if (row?.idea.state !== "merged") {
    const isShown = row?.idea.state === "live" && row.board.state === "published";
    return row && isShown ? { seen: row, movedTo: null } : null;
  }
  const [into] = await selectIdeas(ctx).where(shownIdeas(eq(ideas.id, row.idea.standsInId)));
  return into ? { seen: null, movedTo: into.idea.slug } : null;
}

/** The shown idea that an address leads to: the one that is there, or the one that it went into. */
export async function findStanding(ctx: Ctx, boardSlug: string, slug: string): Promise<IdeaSeen | null> {
  const found = await findIdea(ctx, boardSlug, slug);
  if (!found?.movedTo) return found?.seen ?? null;
  return (await findIdea(ctx, boardSlug, found.movedTo))?.seen ?? null;
}

/** True when an idea of the board has this address already. */
export async function isIdeaSlug(ctx: Ctx, boardId: string, slug: string): Promise<boolean> {
  const [row] = await ctx.db
    .select({ id: ideas.id })
    .from(ideas)
    .where(and(eq(ideas.boardId, boardId), eq(ideas.slug, slug)));
  return row !== undefined;
}

/** Every shown idea of a board by its address; for loading, and for statements that are made of ideas. */
export async function listShownOf(ctx: Ctx, boardId: string): Promise<IdeaRow[]> {
  const rows = await selectIdeas(ctx)
    .where(shownIdeas(eq(ideas.boardId, boardId)))
    .orderBy(asc(ideas.slug));
  return rows.map(({ idea }) => idea);
}

/** The id of the shown idea at this address of a board, or null. */
export async function findShownId(ctx: Ctx, boardId: string, slug: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ id: ideas.id })
    .from(ideas)
    .where(and(eq(ideas.boardId, boardId), eq(ideas.slug, slug), eq(ideas.state, "live")));
  return row?.id ?? null;
}

/** Shown ideas with these ids, by id; for pages of other rooms that know only the id. */
export async function listIdeasById(ctx: Ctx, ids: readonly string[]): Promise<Map<string, IdeaSeen>> {
  if (ids.length === 0) return new Map();
  const rows = await selectIdeas(ctx).where(shownIdeas(inArray(ideas.id, [...ids])));
  return new Map(rows.map((row) => [row.idea.id, row]));
}

/** Ids of the themes of one idea. */
export async function listThemeIds(ctx: Ctx, ideaId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: ideaThemes.themeId })
    .from(ideaThemes)
    .where(eq(ideaThemes.ideaId, ideaId));
  return rows.map(({ id }) => id);
}

/** What ideas are about, by residents' own words: by id of the idea. */
export async function listIdeaThemes(ctx: Ctx, ids: readonly string[]): Promise<Map<string, AboutTheme[]>> {
  const found = new Map<string, AboutTheme[]>();
  if (ids.length === 0) return found;
  const rows = await ctx.db
    .select({ id: ideaThemes.ideaId, slug: themes.slug, label: themes.plainLabel })
    .from(ideaThemes)
    .innerJoin(themes, eq(themes.id, ideaThemes.themeId))
    .where(inArray(ideaThemes.ideaId, [...ids]))
    .orderBy(asc(themes.plainLabel));
  for (const { id, ...theme } of rows) found.set(id, [...(found.get(id) ?? []), theme]);
  return found;
}

/** Titles of all that stands in an idea, its own too. */
export async function listTitlesIn(ctx: Ctx, id: string): Promise<string[]> {
  const rows = await ctx.db.select({ title: ideas.title }).from(ideas).where(eq(ideas.standsInId, id));
  return rows.map((row) => row.title);
}

/** Every published board and every shown idea, for the search. */
export async function listForSearch(ctx: Ctx): Promise<{ boards: string[]; ideas: string[] }> {
  const boards = await ctx.db
    .select({ id: ideaBoards.id })
    .from(ideaBoards)
    .where(eq(ideaBoards.state, "published"));
  const rows = await ctx.db
    .select({ id: ideas.id })
    .from(ideas)
    .innerJoin(ideaBoards, eq(ideaBoards.id, ideas.boardId))
    .where(shownIdeas());
  return { boards: boards.map(({ id }) => id), ideas: rows.map(({ id }) => id) };
}
