import { and, asc, count, desc, eq, exists, gt, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { findByWords } from "~/db/search.server";
import { ideaBoards, ideas, ideaThemes } from "~/db/tables/ideas";
import type { Ctx } from "~/platform/context.server";
import { startOfDay } from "~/platform/london";
import {
  type AboutTheme,
  type BoardRow,
  type IdeaSeen,
  listIdeaThemes,
  selectIdeas,
  shownIdeas,
} from "./read.server";
import { daysOn } from "./ring";
import { FRESH_DAYS, PAGE, type Sort } from "./rules";

/** How a board's list is narrowed and sorted; `after` is the key at the end of the page before. */
export type ListChoice = {
  sort: Sort;
  neighbourhoodId?: string;
  themeIds?: readonly string[];
  words?: string;
  after?: string;
};

/** An idea with what it is about, as lists show it. */
export type IdeaListed = IdeaSeen & { themes: AboutTheme[] };

/** One page of shown ideas, how many there are, and the key of the next page. */
export type IdeaPage = { ideas: IdeaListed[]; total: number; next: string | null };

const MOST_FOUND = 300;

/** One page of a board's shown ideas. Orders and keys: docs/ideas.md. */
export async function listIdeas(ctx: Ctx, board: BoardRow, choice: ListChoice): Promise<IdeaPage> {
  const found = choice.words
    ? await findByWords(ctx.db, choice.words, {
        kind: "idea",
        limit: MOST_FOUND,
        under: `/ideas/${board.slug}/`,
      })
    : null;
  const where = shownIdeas(
    eq(ideas.boardId, board.id),
    choice.neighbourhoodId ? eq(ideas.neighbourhoodId, choice.neighbourhoodId) : undefined,
    choice.themeIds ? hasTheme(ctx, choice.themeIds) : undefined,
    found ? oneOf(found.map((entry) => entry.subjectId)) : undefined,
  );
  const [all] = await ctx.db
    .select({ n: count() })
    .from(ideas)
    .innerJoin(ideaBoards, eq(ideaBoards.id, ideas.boardId))
    .where(where);
  const rows =
    choice.sort === "turn"
      ? await inTurn(ctx, board, where, choice.after)
      : await sorted(ctx, choice.sort, where, choice.after);
  const page = rows.slice(0, PAGE);
  const about = await listIdeaThemes(
    ctx,
    page.map(({ seen }) => seen.idea.id),
  );
  return {
    ideas: page.map(({ seen }) => ({ ...seen, themes: about.get(seen.idea.id) ?? [] })),
    total: all?.n ?? 0,
    next: rows.length > PAGE ? (page.at(-1)?.key ?? null) : null,
  };
}

/** Shown ideas of the newest day first, of a board or of all; for feeds and other pages. */
export async function listNewest(
  ctx: Ctx,
  { boardId, neighbourhoodId, limit }: { boardId?: string; neighbourhoodId?: string; limit: number },
): Promise<IdeaSeen[]> {
  return selectIdeas(ctx)
    .where(
      shownIdeas(
        boardId ? eq(ideas.boardId, boardId) : undefined,
        neighbourhoodId ? eq(ideas.neighbourhoodId, neighbourhoodId) : undefined,
      ),
    )
    .orderBy(desc(ideas.publishedAt), desc(ideas.id))
    .limit(limit);
}

/** How many shown ideas a board has about each neighbourhood, by its id; "" for the whole borough. */
export async function countByPlace(ctx: Ctx, boardId: string): Promise<Map<string, number>> {
  const rows = await ctx.db
    .select({ id: ideas.neighbourhoodId, n: count() })
    .from(ideas)
    .innerJoin(ideaBoards, eq(ideaBoards.id, ideas.boardId))
    .where(shownIdeas(eq(ideas.boardId, boardId)))
    .groupBy(ideas.neighbourhoodId);
  return new Map(rows.map(({ id, n }) => [id ?? "", n]));
}

type Keyed = { seen: IdeaSeen; key: string };

const KEYS = { new: ideas.publishedAt, support: ideas.supportCount, comments: ideas.commentCount } as const;

async function sorted(
  ctx: Ctx,
  sort: keyof typeof KEYS,
  where: SQL | undefined,
  after: string | undefined,
): Promise<Keyed[]> {
  const column = KEYS[sort];
  const [number = "", id = ""] = after?.split("~") ?? [];
  const last = sort === "new" ? new Date(Number(number)) : Number(number);
  const beyond = id
    ? or(lt(column, last as never), and(eq(column, last as never), lt(ideas.id, id)))
    : undefined;
  const rows = await selectIdeas(ctx)
    .where(and(where, beyond))
    .orderBy(desc(column), desc(ideas.id))
    .limit(PAGE + 1);
  return rows.map((seen) => {
    const { publishedAt, supportCount, commentCount } = seen.idea;
    const value = { new: publishedAt?.getTime() ?? 0, support: supportCount, comments: commentCount }[sort];
    return { seen, key: `${value}~${seen.idea.id}` };
  });
}

/**
 * Ideas of the last days, then all others from where the day's list begins, round the ring. A key holds where that
 * was, so that a list that was begun goes on as it began.
 */
async function inTurn(
  ctx: Ctx,
  board: BoardRow,
  where: SQL | undefined,
  after: string | undefined,
): Promise<Keyed[]> {
  const since = startOfDay(ctx.now, 1 - FRESH_DAYS);
  const [at = "", begun = "", lot = "", id = ""] = after?.split("~") ?? [];
  const start = id ? Number(begun) : await startOf(ctx, board, since);
  const parts: (SQL | undefined)[] = [
    gte(ideas.publishedAt, since),
    and(lt(ideas.publishedAt, since), gte(ideas.lot, start)),
    and(lt(ideas.publishedAt, since), lt(ideas.lot, start)),
  ];
  const beyond = or(gt(ideas.lot, Number(lot)), and(eq(ideas.lot, Number(lot)), gt(ideas.id, id)));
  const found: Keyed[] = [];
  for (const [n, part] of parts.entries()) {
    if (id && n < Number(at)) continue;
    const rows = await selectIdeas(ctx)
      .where(and(where, part, id && n === Number(at) ? beyond : undefined))
      .orderBy(asc(ideas.lot), asc(ideas.id))
      .limit(PAGE + 1 - found.length);
    found.push(...rows.map((seen) => ({ seen, key: [n, start, seen.idea.lot, seen.idea.id].join("~") })));
    if (found.length > PAGE) break;
  }
  return found;
}

/** The place in the ring where the day's list begins: each day a page further on. */
async function startOf(ctx: Ctx, board: BoardRow, since: Date): Promise<number> {
  const older = shownIdeas(eq(ideas.boardId, board.id), lt(ideas.publishedAt, since));
  const [all] = await ctx.db
    .select({ n: count() })
    .from(ideas)
    .innerJoin(ideaBoards, eq(ideaBoards.id, ideas.boardId))
    .where(older);
  const n = all?.n ?? 0;
  if (n === 0) return 0;
  const [first] = await ctx.db
    .select({ lot: ideas.lot })
    .from(ideas)
    .innerJoin(ideaBoards, eq(ideaBoards.id, ideas.boardId))
    .where(older)
    .orderBy(asc(ideas.lot), asc(ideas.id))
    .limit(1)
    .offset((daysOn(ctx.now) * PAGE) % n);
  return first?.lot ?? 0;
}

function hasTheme(ctx: Ctx, themeIds: readonly string[]): SQL {
  const rows = ctx.db
    .select({ id: ideaThemes.ideaId })
    .from(ideaThemes)
    .where(and(eq(ideaThemes.ideaId, ideas.id), inArray(ideaThemes.themeId, [...themeIds])));
  return exists(rows);
}

const oneOf = (ids: string[]): SQL => (ids.length > 0 ? inArray(ideas.id, ids) : sql`1 = 0`);
