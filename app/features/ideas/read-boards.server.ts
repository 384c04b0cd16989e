import { and, asc, count, desc, eq, gt, gte, inArray, lte, type SQL, sum } from "drizzle-orm";
import { ideaBoards, ideas } from "~/db/tables/ideas";
import type { Ctx } from "~/platform/context.server";
import { startOfDay } from "~/platform/london";
import { reachOf } from "./may";
import { type BoardRow, shownIdeas } from "./read.server";

/** A board with what lists show of it. */
export type BoardListed = { board: BoardRow; ideas: number; support: number };

const published = (more: SQL | undefined) => and(eq(ideaBoards.state, "published"), more);

/** Published boards that take ideas now, will, or have closed: the first to close, to open, or the last that closed first. */
export async function listBoards(ctx: Ctx, standing: "open" | "not_yet" | "closed"): Promise<BoardListed[]> {
  const { opensAt, closesAt, id } = ideaBoards;
  const span = {
    open: and(lte(opensAt, ctx.now), gt(closesAt, ctx.now)),
    not_yet: gt(opensAt, ctx.now),
    closed: lte(closesAt, ctx.now),
  }[standing];
  const order = { open: asc(closesAt), not_yet: asc(opensAt), closed: desc(closesAt) }[standing];
  const boards = await ctx.db
    .select()
    .from(ideaBoards)
    .where(published(span))
    .orderBy(order, asc(id))
    .limit(50);
  return withCounts(ctx, boards);
}

/** Every board that the actor works with, drafts too, the last that closes first. */
export async function listBoardsForStaff(ctx: Ctx): Promise<BoardListed[]> {
  const reach = reachOf(ctx.actor);
  if (reach !== "all" && reach.length === 0) return [];
  const boards = await ctx.db
    .select()
    .from(ideaBoards)
    .where(reach === "all" ? undefined : inArray(ideaBoards.neighbourhoodId, reach))
    .orderBy(desc(ideaBoards.closesAt), asc(ideaBoards.id))
    .limit(100);
  return withCounts(ctx, boards);
}

/** How many shown ideas these boards have, and how much support, each counted where pages show it. */
async function withCounts(ctx: Ctx, boards: BoardRow[]): Promise<BoardListed[]> {
  if (boards.length === 0) return [];
  const ids = boards.map((board) => board.id);
  const rows = await ctx.db
    .select({ id: ideas.boardId, n: count(), support: sum(ideas.supportCount) })
    .from(ideas)
    .innerJoin(ideaBoards, eq(ideaBoards.id, ideas.boardId))
    .where(shownIdeas(inArray(ideas.boardId, ids)))
    .groupBy(ideas.boardId);
  const found = new Map(rows.map((row) => [row.id, row]));
  return boards.map((board) => {
    const counted = found.get(board.id);
    return { board, ideas: counted?.n ?? 0, support: Number(counted?.support ?? 0) };
  });
}

/** How many of a board's ideas are in each state; for staff. */
export async function countByState(ctx: Ctx, boardId: string): Promise<Record<string, number>> {
  const rows = await ctx.db
    .select({ state: ideas.state, n: count() })
    .from(ideas)
    .where(eq(ideas.boardId, boardId))
    .groupBy(ideas.state);
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}

/** The next moment at which pages of boards change by themselves: one opens or closes, or the day ends. */
export async function nextTurn(ctx: Ctx): Promise<Date> {
  const rows = await ctx.db
    .select({ opensAt: ideaBoards.opensAt, closesAt: ideaBoards.closesAt })
    .from(ideaBoards)
    .where(published(gte(ideaBoards.closesAt, ctx.now)))
    .limit(50);
  const turns = rows.flatMap((one) => [one.opensAt, one.closesAt]).filter((at) => at > ctx.now);
  return [...turns, startOfDay(ctx.now, 1)].sort((a, b) => a.getTime() - b.getTime())[0] as Date;
}

/** Addresses of boards and of shown ideas, for the site map. */
export async function listIdeaPaths(ctx: Ctx): Promise<string[]> {
  const boards = await ctx.db
    .select({ slug: ideaBoards.slug })
    .from(ideaBoards)
    .where(published(undefined))
    .orderBy(asc(ideaBoards.slug));
  const rows = await ctx.db
    .select({ board: ideaBoards.slug, slug: ideas.slug })
    .from(ideas)
    .innerJoin(ideaBoards, eq(ideaBoards.id, ideas.boardId))
    .where(shownIdeas())
    .orderBy(asc(ideaBoards.slug), asc(ideas.slug))
    .limit(40_000);
  return [
    ...boards.map(({ slug }) => `/ideas/${slug}`),
    ...rows.map(({ board, slug }) => `/ideas/${board}/${slug}`),
  ];
}
