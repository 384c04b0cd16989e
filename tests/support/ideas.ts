import { createBoard } from "~/features/ideas/create-board.server";
import type { Visitor } from "~/features/ideas/know-supporter.server";
import { postIdea } from "~/features/ideas/post-idea.server";
import { publishBoard } from "~/features/ideas/publish-board.server";
import { findIdeaRow } from "~/features/ideas/read.server";
import { supportIdea } from "~/features/ideas/support-idea.server";
import type { Ctx } from "~/platform/context.server";

/** What staff type into the form of a board; names may be replaced. */
export const boardTyped = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  title: "Feeling well round here",
  question: "What would help people round here to feel well?",
  decides: "The neighbourhood leadership group, on 14 October.",
  canChange: "How the small grants of this year are spent.",
  cannotChange: "Where the hospital is, and how many beds it has.",
  houseRules: "Be kind.\nName nobody.",
  support: "one",
  points: "",
  moderation: "after",
  neighbourhood: "",
  activity: "",
  opensDay: "2026-05-01",
  opensClock: "09:00",
  closesDay: "2026-09-30",
  closesClock: "17:00",
  ...change,
});

/** A board made through its verbs, published unless told otherwise. */
export async function aBoard(
  ctx: Ctx,
  options: { typed?: Record<string, unknown>; publish?: boolean } = {},
): Promise<{ id: string; slug: string }> {
  const made = await createBoard(ctx, { typed: boardTyped(options.typed) });
  if (!made.ok) throw new Error(`No board: ${JSON.stringify(made)}`);
  if (options.publish !== false) {
    const published = await publishBoard(ctx, { slug: made.slug });
    if (!published.ok) throw new Error(`Not published: ${JSON.stringify(published)}`);
  }
  return made;
}

/** An idea that somebody posts to a board; names of the form may be replaced. */
export async function anIdea(
  ctx: Ctx,
  board: { slug: string },
  typed: Record<string, unknown> = {},
): Promise<{ id: string; slug: string; state: string }> {
  const posted = await postIdea(ctx, {
    board: board.slug,
    typed: { title: "Benches by the canal", text: "People could rest on the way to the surgery.", ...typed },
    locale: "en",
    limitBy: null,
  });
  if (!posted.ok) throw new Error(`No idea: ${JSON.stringify(posted)}`);
  return posted;
}

/** A visitor whose browser carries a token of its own. */
export const aVisitor = (name: string): Visitor => ({
  token: `token-of-${name}`.padEnd(24, "-"),
  isNew: false,
  person: null,
  source: null,
});

/** Somebody's browser supports an idea, or takes that back. */
export const supports = (
  ctx: Ctx,
  board: { slug: string },
  idea: { slug: string },
  name: string,
  more: { undo?: boolean; points?: number; limitBy?: string } = {},
) =>
  supportIdea(ctx, { board: board.slug, idea: idea.slug, visitor: aVisitor(name), limitBy: null, ...more });

/** The count that pages show of an idea, whatever became of it. */
export async function countOf(ctx: Ctx, id: string): Promise<number> {
  return (await findIdeaRow(ctx, id))?.supportCount ?? -1;
}
