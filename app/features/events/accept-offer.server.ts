import { eq } from "drizzle-orm";
import { registrations } from "~/db/tables/events";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { tellPerson } from "./messages";
import { freeFor, tallied } from "./pools";
import { findParty, type RegistrationKey } from "./read-registrations.server";
import { note, settle } from "./settle.server";

/** Someone takes the place that is held for them. Refuses when there is no live offer any more. */
export async function acceptOffer(
  ctx: Ctx,
  key: RegistrationKey,
): Promise<{ ok: true; already: boolean } | Refusal<"missing" | "no_offer">> {
  const found = await findParty(ctx, key);
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`event:${found.event.id}`] }, async (ctx) => {
    const party = await findParty(ctx, key);
    if (!party || !may.change(ctx.actor, party.event, party.byLink)) return { ok: false, reason: "missing" };
    const { event, registration } = party;
    if (registration.state === "confirmed") return { ok: true, already: true };
    const live = registration.offerExpiresAt !== null && registration.offerExpiresAt > ctx.now;
    if (registration.state !== "offered" || !live) return { ok: false, reason: "no_offer" };
    const change = { state: "confirmed", offerExpiresAt: null, changedAt: ctx.now } as const;
    await ctx.db.update(registrations).set(change).where(eq(registrations.id, registration.id));
    await note(ctx, event.id, "accepted", {
      registrationId: registration.id,
      places: registration.places,
      free: freeFor(event, registration),
    });
    const without = tallied(event, registration, -1);
    await settle(ctx, tallied(without, { ...registration, ...change }, 1), { hears: registration.id });
    await tellPerson(ctx, { ...party, registration: { ...registration, ...change } }, "confirmed");
    await audit(ctx, "events.accepted", { kind: "registration", id: registration.id }, { event: event.id });
    return { ok: true, already: false };
  });
}
