import { eq, inArray } from "drizzle-orm";
import { communicationNeeds, participants } from "~/db/tables/people";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { reshapeMessages } from "~/platform/outbox.server";
import { closeReviews } from "./answer-review.server";
import { may } from "./may";
import { reachOf } from "./messages";
import { listSamePerson } from "./read-remembered.server";
import { recordConsent } from "./record-consent.server";

/** Whose needs, and how they said so. */
export type Forgetting = { participantId: string; channel: string; everywhere?: boolean };

/**
 * Forgets at once what somebody asked us to remember; `everywhere`, when staff do it for them, under every
 * record that is theirs by name and contact. That they took it back stays, without what it was.
 */
export async function forgetRememberedNeeds(
  ctx: Ctx,
  { participantId, channel, everywhere = false }: Forgetting,
): Promise<{ ok: true } | Refusal<"missing">> {
  return write(ctx, { locks: [] }, async (ctx): Promise<{ ok: true } | Refusal<"missing">> => {
    const [person] = await ctx.db.select().from(participants).where(eq(participants.id, participantId));
    if (!person || !may.recordForParticipant(ctx.actor)) return { ok: false, reason: "missing" };
    const ids = everywhere ? await listSamePerson(ctx, person) : [participantId];
    for (const id of ids) {
      const word = { participantId: id, purpose: "remember_needs" as const, wording: "remember-needs-1" };
      await recordConsent(ctx, { ...word, given: false, channel });
    }
    await ctx.db.delete(communicationNeeds).where(inArray(communicationNeeds.participantId, ids));
    await closeReviews(ctx, ids, "forgotten");
    await reshapeMessages(ctx, await reachOf(ctx, person));
    await audit(ctx, "people.needs_forgotten", { kind: "participant", id: participantId });
    return { ok: true };
  });
}
