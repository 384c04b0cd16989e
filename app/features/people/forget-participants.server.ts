import { inArray } from "drizzle-orm";
import { communicationNeeds, participants } from "~/db/tables/people";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";

/**
 * Takes away who these people are: name, contact, organisation, where they said they live and what they
 * need. What they took part as and their neighbourhood stay for the figures. system only: retention.
 */
export async function forgetParticipants(
  ctx: Ctx,
  { ids }: { ids: readonly string[] },
): Promise<{ ok: true }> {
  if (ctx.actor.kind !== "system") throw new Error("Only the house itself forgets people.");
  return write(ctx, { locks: [] }, async (ctx) => {
    if (ids.length === 0) return { ok: true };
    await ctx.db.delete(communicationNeeds).where(inArray(communicationNeeds.participantId, [...ids]));
    await ctx.db
      .update(participants)
      .set({
        name: "",
        nameFolded: "",
        preferredContact: "none",
        email: null,
        phone: null,
        address: null,
        contactFolded: null,
        organisation: null,
        ownPlace: null,
      })
      .where(inArray(participants.id, [...ids]));
    await audit(ctx, "people.forgot", { kind: "retention", id: "participants" }, { people: ids.length });
    return { ok: true };
  });
}
