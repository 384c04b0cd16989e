import { eq } from "drizzle-orm";
import { registrations } from "~/db/tables/events";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { findParty } from "./read-registrations.server";

/** Staff say that two registrations are two people: the mark goes and nobody is asked again. */
export async function clearDuplicate(
  ctx: Ctx,
  key: { id: string },
): Promise<{ ok: true } | Refusal<"missing">> {
  const found = await findParty(ctx, key);
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`event:${found.event.id}`] }, async (ctx) => {
    const party = await findParty(ctx, key);
    if (!party || !may.judgeDuplicates(ctx.actor, party.event)) return { ok: false, reason: "missing" };
    const { id } = party.registration;
    await ctx.db.update(registrations).set({ possibleDuplicateOf: null }).where(eq(registrations.id, id));
    await audit(ctx, "events.cleared_duplicate", { kind: "registration", id }, { event: party.event.id });
    return { ok: true };
  });
}
