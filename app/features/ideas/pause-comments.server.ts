import { eq } from "drizzle-orm";
import { ideas } from "~/db/tables/ideas";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { findIdeaWhole } from "./read.server";

/** Stops comments on an idea for a while, or lets them begin again. What was said stays. */
export async function pauseComments(
  ctx: Ctx,
  input: { id: string; paused: boolean },
): Promise<{ ok: true } | Refusal<"missing" | "not_allowed">> {
  const seen = await findIdeaWhole(ctx, input.id);
  if (!seen) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`ideas:${seen.board.id}`] }, async (ctx) => {
    const found = await findIdeaWhole(ctx, input.id);
    if (!found || !may.read(ctx.actor, found.board)) return { ok: false, reason: "missing" };
    if (!may.judge(ctx.actor, found.board)) return { ok: false, reason: "not_allowed" };
    if (found.idea.commentsPaused === input.paused) return { ok: true };
    await ctx.db.update(ideas).set({ commentsPaused: input.paused }).where(eq(ideas.id, input.id));
    const act = input.paused ? "ideas.comments_paused" : "ideas.comments_resumed";
    await audit(ctx, act, { kind: "idea", id: input.id });
    return { ok: true };
  });
}
