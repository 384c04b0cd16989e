import { eq } from "drizzle-orm";
import { participants } from "~/db/tables/people";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { idInLink, provesLink } from "~/platform/secret-links.server";
import { personSupporter } from "./know-supporter.server";
import { may } from "./may";
import { openCaseOfIdea } from "./open-case.server";
import { afterConfirming } from "./post-idea.server";
import { findIdeaWhole, type IdeaSeen } from "./read.server";
import { setIdeaState } from "./set-idea-state.server";

/** The idea whose author this link was mailed to, while it waits; null once it was used, and for any other link. */
export async function findUnconfirmed(ctx: Ctx, link: string): Promise<IdeaSeen | null> {
  const id = idInLink(link);
  if (!id || !provesLink(ctx.secret, link, "idea", id, 1)) return null;
  const found = await findIdeaWhole(ctx, id);
  return found?.idea.state === "unconfirmed" ? found : null;
}

/**
 * Says that an idea is the author's: it goes onto its board, or to a person who reads it first. Once, and also after
 * the board has closed: it was sent in time.
 */
export async function confirmIdea(
  ctx: Ctx,
  { link }: { link: string },
): Promise<
  { ok: true; board: string; slug: string; state: "live" | "held"; supporter: string } | Refusal<"missing">
> {
  const found = await findUnconfirmed(ctx, link);
  if (!found || !may.confirm(ctx.actor, found.board)) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`ideas:${found.board.id}`] }, async (ctx) => {
    const seen = await findIdeaWhole(ctx, found.idea.id);
    if (seen?.idea.state !== "unconfirmed") return { ok: false, reason: "missing" };
    const { idea, board } = seen;
    const state = afterConfirming(board, idea.flags);
    await openCaseOfIdea(ctx, board, await setIdeaState(ctx, idea.id, state));
    await audit(ctx, "ideas.confirmed", { kind: "idea", id: idea.id }, { state });
    const [author] = await ctx.db
      .select({ email: participants.email })
      .from(participants)
      .where(eq(participants.id, idea.participantId ?? ""));
    const supporter = personSupporter(ctx, author?.email ?? idea.id);
    return { ok: true, board: board.slug, slug: idea.slug, state, supporter };
  });
}
