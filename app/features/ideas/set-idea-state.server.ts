import { eq } from "drizzle-orm";
import { ideas } from "~/db/tables/ideas";
import type { Ctx } from "~/platform/context.server";
import { indexIdea } from "./index-idea.server";
import { findIdeaRow, type IdeaRow } from "./read.server";

/**
 * Lets an idea in, holds it back or takes it out: at once from or to every list, count and search. Its support stays
 * with it. One that went into another has to be taken out of that first. Inside a write that holds the board's lock.
 */
export async function setIdeaState(
  ctx: Ctx,
  id: string,
  state: "live" | "held" | "removed",
): Promise<IdeaRow> {
  const idea = await findIdeaRow(ctx, id);
  if (!idea || idea.state === "merged") throw new Error("That idea has no state of its own.");
  const publishedAt = state === "live" ? (idea.publishedAt ?? ctx.now) : idea.publishedAt;
  await ctx.db.update(ideas).set({ state, publishedAt }).where(eq(ideas.id, id));
  await indexIdea(ctx, id);
  return { ...idea, state, publishedAt };
}
