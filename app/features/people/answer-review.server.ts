import { and, eq, inArray } from "drizzle-orm";
import { needReviews } from "~/db/tables/people-needs";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";

type Answer = "confirmed" | "changed" | "forgotten";

/** Closes every yearly question about these records that is open or was left unanswered. Inside a write. */
export async function closeReviews(
  ctx: Ctx,
  participantIds: readonly string[],
  answer: Answer,
): Promise<number> {
  const closedBy = ctx.actor.kind === "account" ? ctx.actor.id : null;
  const closed = await ctx.db
    .update(needReviews)
    .set({ state: answer, closedAt: ctx.now, closedBy })
    .where(
      and(
        inArray(needReviews.participantId, [...participantIds]),
        inArray(needReviews.state, ["asked", "unconfirmed"]),
      ),
    )
    .returning({ id: needReviews.id });
  return closed.length;
}

/** What we remember of someone still holds: they, or staff whom they told, say so. Twice is once. */
export async function answerReview(
  ctx: Ctx,
  { participantId }: { participantId: string },
): Promise<{ ok: true; already: boolean } | Refusal<"missing">> {
  return write(
    ctx,
    { locks: [] },
    async (ctx): Promise<{ ok: true; already: boolean } | Refusal<"missing">> => {
      if (!may.recordForParticipant(ctx.actor)) return { ok: false, reason: "missing" };
      const [review] = await ctx.db
        .select({ id: needReviews.id })
        .from(needReviews)
        .where(eq(needReviews.participantId, participantId))
        .limit(1);
      if (!review) return { ok: false, reason: "missing" };
      const already = (await closeReviews(ctx, [participantId], "confirmed")) === 0;
      if (!already) await audit(ctx, "people.needs_confirmed", { kind: "participant", id: participantId });
      return { ok: true, already };
    },
  );
}
