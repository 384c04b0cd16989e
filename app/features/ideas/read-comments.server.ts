import { and, asc, eq, gt, inArray, or } from "drizzle-orm";
import { ideas } from "~/db/tables/ideas";
import { ideaComments } from "~/db/tables/ideas-comments";
import type { Ctx } from "~/platform/context.server";
import { badgeOf } from "./badge";
import type { IdeaSeen } from "./read.server";
import { standingOf } from "./rules";

/** So many comments to a page. */
const PAGE = 20;

/** A comment as everybody sees it. */
export type CommentSeen = {
  id: string;
  text: string;
  locale: string;
  shownName: string | null;
  badge: string | null;
  createdAt: Date;
};

const seen = {
  id: ideaComments.id,
  text: ideaComments.text,
  locale: ideaComments.locale,
  shownName: ideaComments.shownName,
  badge: ideaComments.badge,
  createdAt: ideaComments.createdAt,
};

/**
 * Comments on a shown idea and on all that were joined to it, the oldest first, so many to a page; `after` is the last
 * of the page before. Only what is shown.
 */
export async function listComments(
  ctx: Ctx,
  ideaId: string,
  after?: string,
): Promise<{ comments: CommentSeen[]; more: string | null }> {
  const start = after ? await findShownComment(ctx, after) : null;
  const rows = await ctx.db
    .select(seen)
    .from(ideaComments)
    .innerJoin(ideas, eq(ideas.id, ideaComments.ideaId))
    .where(
      and(
        eq(ideas.standsInId, ideaId),
        eq(ideaComments.state, "live"),
        start
          ? or(
              gt(ideaComments.createdAt, start.createdAt),
              and(eq(ideaComments.createdAt, start.createdAt), gt(ideaComments.id, start.id)),
            )
          : undefined,
      ),
    )
    .orderBy(asc(ideaComments.createdAt), asc(ideaComments.id))
    .limit(PAGE + 1);
  const comments = rows.slice(0, PAGE);
  return { comments, more: rows.length > PAGE ? (comments.at(-1)?.id ?? null) : null };
}

/** One comment that is shown, or null. */
export async function findShownComment(ctx: Ctx, id: string): Promise<CommentSeen | null> {
  const [row] = await ctx.db
    .select(seen)
    .from(ideaComments)
    .where(and(eq(ideaComments.id, id), eq(ideaComments.state, "live")));
  return row ?? null;
}

/** What stands under an idea: the first comments, how many there are, and whether somebody may add one. */
export async function getTalk(ctx: Ctx, { idea, board }: Pick<IdeaSeen, "idea" | "board">) {
  const standing = standingOf(board, ctx.now);
  return {
    ...(await listComments(ctx, idea.id)),
    count: idea.commentCount,
    standing: standing === "open" && idea.commentsPaused ? ("paused" as const) : standing,
    readsBefore: board.moderation === "before",
    badge: badgeOf(ctx.actor, board),
  };
}

/** The same, for markup. */
export type Talk = Awaited<ReturnType<typeof getTalk>>;

/** The ideas that the given ones stand in. */
export async function listStandsIn(ctx: Ctx, ideaIds: readonly string[]): Promise<string[]> {
  if (ideaIds.length === 0) return [];
  const rows = await ctx.db
    .select({ id: ideas.standsInId })
    .from(ideas)
    .where(inArray(ideas.id, [...new Set(ideaIds)]));
  return [...new Set(rows.map(({ id }) => id))];
}
