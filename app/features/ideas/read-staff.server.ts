import { and, asc, desc, eq, inArray, lt, or } from "drizzle-orm";
import { findByWords } from "~/db/search.server";
import { ideaBoards, ideaMerges, ideaSplits, ideas } from "~/db/tables/ideas";
import { listActivityChoices } from "~/features/engagement/read-staff.server";
import { listNeighbourhoods } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { may, reachOf } from "./may";
import { type BoardRow, findBoardRow, type IdeaRow, type IdeaSeen, selectIdeas } from "./read.server";
import { listBoardsForStaff } from "./read-boards.server";

/** The board at this address that the actor works with, or null. */
export async function findBoardForStaff(ctx: Ctx, slug: string): Promise<BoardRow | null> {
  const board = await findBoardRow(ctx, { slug });
  return board && may.read(ctx.actor, board) ? board : null;
}

/** An idea of theirs, whatever became of it, with what went into it and what it was parted from; or null. */
export async function findIdeaForStaff(ctx: Ctx, boardSlug: string, slug: string) {
  const [seen] = await selectIdeas(ctx).where(and(eq(ideaBoards.slug, boardSlug), eq(ideas.slug, slug)));
  if (!seen || !may.read(ctx.actor, seen.board)) return null;
  const linked = { id: ideas.id, slug: ideas.slug, title: ideas.title };
  const merged = await ctx.db
    .select({ ...linked, reason: ideaMerges.reason, at: ideaMerges.mergedAt })
    .from(ideaMerges)
    .innerJoin(ideas, eq(ideas.id, ideaMerges.mergedId))
    .where(and(eq(ideaMerges.intoId, seen.idea.id), eq(ideas.mergedIntoId, seen.idea.id)))
    .orderBy(asc(ideaMerges.mergedAt), asc(ideaMerges.id));
  const [into] = seen.idea.mergedIntoId
    ? await ctx.db.select(linked).from(ideas).where(eq(ideas.id, seen.idea.mergedIntoId))
    : [];
  const splits = await ctx.db
    .select({ ...linked, titleBefore: ideaSplits.titleBefore, textBefore: ideaSplits.textBefore })
    .from(ideaSplits)
    .innerJoin(ideas, eq(ideas.id, ideaSplits.ideaId))
    .where(eq(ideaSplits.fromId, seen.idea.id));
  // A merge that was undone and done again stands once.
  const once = [...new Map(merged.map((one) => [one.id, one])).values()];
  return { ...seen, merged: once, into: into ?? null, splits };
}

const PAGE = 30;

/** How the staff list of a board is narrowed. */
export type StaffFilter = { state?: IdeaRow["state"]; q?: string; after?: string };

/** One page of a board's ideas, whatever became of them, the newest first; `next` is the last of it when there are more. */
export async function listIdeasForStaff(
  ctx: Ctx,
  board: BoardRow,
  { state, q, after }: StaffFilter,
): Promise<{ ideas: IdeaSeen[]; next: string | null }> {
  // Only what is shown can be found by words.
  const found = q
    ? await findByWords(ctx.db, q, { kind: "idea", limit: PAGE, under: `/ideas/${board.slug}/` })
    : null;
  const [at = "", id = ""] = after?.split("~") ?? [];
  const last = new Date(Number(at));
  const rows = await selectIdeas(ctx)
    .where(
      and(
        eq(ideas.boardId, board.id),
        state ? eq(ideas.state, state) : undefined,
        found ? inArray(ideas.id, ["", ...found.map((one) => one.subjectId)]) : undefined,
        id ? or(lt(ideas.createdAt, last), and(eq(ideas.createdAt, last), lt(ideas.id, id))) : undefined,
      ),
    )
    .orderBy(desc(ideas.createdAt), desc(ideas.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const end = page.at(-1)?.idea;
  const more = rows.length > PAGE && end;
  return { ideas: page, next: more ? `${end.createdAt.getTime()}~${end.id}` : null };
}

/** What the form of a board can choose from. */
export async function getBoardChoices(ctx: Ctx) {
  const reach = reachOf(ctx.actor);
  const all = await listNeighbourhoods(ctx);
  return {
    wholeBorough: reach === "all",
    activities: (await listActivityChoices(ctx)).map(({ slug, title }) => ({ slug, title })),
    neighbourhoods: all
      .filter(({ id }) => reach === "all" || reach.includes(id))
      .map(({ slug, name }) => ({ slug, name })),
  };
}

/** Published boards that the actor may put ideas onto. */
export async function listBoardsToAdd(ctx: Ctx): Promise<{ slug: string; title: string }[]> {
  const all = await listBoardsForStaff(ctx);
  return all
    .filter(({ board }) => board.state === "published" && may.add(ctx.actor, board))
    .map(({ board: { slug, title } }) => ({ slug, title }));
}
