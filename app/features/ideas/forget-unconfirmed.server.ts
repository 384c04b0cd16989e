import { and, eq, inArray, lt } from "drizzle-orm";
import { ideas } from "~/db/tables/ideas";
import { forgetParticipants } from "~/features/people/forget-participants.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { blankMessages } from "~/platform/outbox.server";
import { may } from "./may";
import { UNCONFIRMED_DAYS } from "./rules";

/** Deletes ideas whose authors never opened the link, and who they said they were. system only: it goes by the clock. */
export async function forgetUnconfirmed(ctx: Ctx): Promise<{ ok: true }> {
  if (!may.forget(ctx.actor)) throw new Error("Only the house itself forgets.");
  return write(ctx, { locks: [] }, async (ctx) => {
    const over = new Date(ctx.now.getTime() - UNCONFIRMED_DAYS * 86_400_000);
    const gone = await ctx.db
      .delete(ideas)
      .where(and(eq(ideas.state, "unconfirmed"), lt(ideas.createdAt, over)))
      .returning({ id: ideas.id, author: ideas.participantId });
    if (gone.length === 0) return { ok: true };
    const ids = gone.map((one) => one.id);
    const authors = gone.flatMap((one) => one.author ?? []);
    await blankMessages(ctx, { kind: "idea", ids });
    const stillHere = await ctx.db
      .select({ id: ideas.participantId })
      .from(ideas)
      .where(inArray(ideas.participantId, authors));
    const kept = new Set(stillHere.map((one) => one.id));
    await forgetParticipants(ctx, { ids: authors.filter((id) => !kept.has(id)) });
    await audit(ctx, "ideas.forgot_unconfirmed", { kind: "retention", id: "ideas" }, { ideas: ids.length });
    return { ok: true };
  });
}
