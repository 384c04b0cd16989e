import { eq } from "drizzle-orm";
import { ideaComments } from "~/db/tables/ideas-comments";
import type { Ctx } from "~/platform/context.server";
import { countComments } from "./count-comments.server";
import type { Subject } from "./open-case.server";
import { listStandsIn } from "./read-comments.server";
import { setIdeaState } from "./set-idea-state.server";

/**
 * Shows words, or takes them away from everywhere: pages, lists, counts, search and feeds all ask for the same
 * state. Inside a write.
 */
export async function putState(
  ctx: Ctx,
  subject: Subject,
  state: "live" | "held" | "removed",
): Promise<void> {
  if (subject.kind === "idea") {
    await setIdeaState(ctx, subject.id, state);
    return;
  }
  const [comment] = await ctx.db
    .update(ideaComments)
    .set({ state })
    .where(eq(ideaComments.id, subject.id))
    .returning({ ideaId: ideaComments.ideaId });
  if (comment) await countComments(ctx, await listStandsIn(ctx, [comment.ideaId]));
}
