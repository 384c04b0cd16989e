import { eq, inArray } from "drizzle-orm";
import { findByWords, fold } from "~/db/search.server";
import { ideas } from "~/db/tables/ideas";
import type { Ctx } from "~/platform/context.server";
import { type BoardRow, type IdeaSeen, selectIdeas, shownIdeas } from "./read.server";
import { likeness, tellingWords } from "./similar";

const MOST_LOOKED_AT = 60;
const MOST_SHOWN = 4;

/** Shown ideas of a board that say much the same as these words, the most alike first. */
export async function listSimilar(
  ctx: Ctx,
  board: BoardRow,
  said: { title: string; text: string },
): Promise<IdeaSeen[]> {
  const words = tellingWords(fold(said.title), fold(said.text));
  const found = await findByWords(ctx.db, words.join(" "), {
    kind: "idea",
    limit: MOST_LOOKED_AT,
    any: true,
    under: `/ideas/${board.slug}/`,
  });
  if (found.length === 0) return [];
  const ids = found.map((one) => one.subjectId);
  const rows = await selectIdeas(ctx).where(shownIdeas(eq(ideas.boardId, board.id), inArray(ideas.id, ids)));
  return rows
    .map((seen) => ({ seen, like: likeness(words, fold(seen.idea.title), fold(seen.idea.text)) }))
    .filter(({ like }) => like >= 0.3)
    .sort((a, b) => b.like - a.like || (a.seen.idea.id < b.seen.idea.id ? -1 : 1))
    .slice(0, MOST_SHOWN)
    .map(({ seen }) => seen);
}
