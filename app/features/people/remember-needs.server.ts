import { eq } from "drizzle-orm";
import { participants } from "~/db/tables/people";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { reshapeMessages } from "~/platform/outbox.server";
import { closeReviews } from "./answer-review.server";
import { may } from "./may";
import { reachOf } from "./messages";
import { recordCommunicationNeeds } from "./record-communication-needs.server";
import { recordConsent } from "./record-consent.server";
import { needsForm, readForm } from "./schema";

/** Whose needs, as it was typed, and how they said so. */
export type Remembering = { participantId: string; typed: unknown; channel: string };

/**
 * Remembers what somebody needs because they agreed to it, in place of what was remembered before, and
 * counts as the answer to an open yearly question. What still waits to be sent to them goes out as they
 * need it. Refuses when nothing is ticked: then they ask us to forget.
 */
export async function rememberNeeds(
  ctx: Ctx,
  { participantId, typed, channel }: Remembering,
): Promise<{ ok: true } | Refusal<"invalid" | "missing">> {
  const read = readForm(needsForm, typed);
  if (!read.ok) return { ok: false, reason: "invalid", fields: read.fields };
  const said = read.value;
  return write(ctx, { locks: [] }, async (ctx): Promise<{ ok: true } | Refusal<"missing">> => {
    const [person] = await ctx.db.select().from(participants).where(eq(participants.id, participantId));
    if (!person || !may.recordForParticipant(ctx.actor)) return { ok: false, reason: "missing" };
    const consent = { participantId, purpose: "remember_needs" as const, wording: "remember-needs-1" };
    await recordConsent(ctx, { ...consent, given: true, channel });
    await recordCommunicationNeeds(ctx, { ...said, participantId, source: channel });
    await closeReviews(ctx, [participantId], "changed");
    await reshapeMessages(ctx, await reachOf(ctx, person));
    const facts = { needs: said.needs.length };
    await audit(ctx, "people.needs_remembered", { kind: "participant", id: participantId }, facts);
    return { ok: true };
  });
}
