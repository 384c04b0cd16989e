import { eq } from "drizzle-orm";
import { ideas } from "~/db/tables/ideas";
import type { Ctx } from "~/platform/context.server";
import { indexIdea } from "./index-idea.server";
import type { IdeaRow } from "./read.server";

/** Shows an idea or takes it away, and brings search in step. Inside a write. */
export async function setIdeaState(
  ctx: Ctx,
  idea: IdeaRow,
  state: "held" | "live" | "removed",
): Promise<void> {
  const publishedAt = idea.publishedAt ?? (state === "live" ? ctx.now : null);
  await ctx.db.update(ideas).set({ state, publishedAt }).where(eq(ideas.id, idea.id));
  await indexIdea(ctx, idea.id);
}
