import { eq } from "drizzle-orm";
import { registrationNeeds, registrations } from "~/db/tables/events";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { without } from "./cancel-registration.server";
import { may } from "./may";
import { type Party, tellPerson } from "./messages";
import { findParty, type RegistrationKey } from "./read-registrations.server";
import { fieldsOf } from "./register.server";
import { bookingAt, placesFor, placesLeft } from "./rules";
import { changeForm } from "./schema";
import { note, settle } from "./settle.server";
import { syncNeeds } from "./sync-needs.server";

/** Changed; or why not. With `not_enough`, what they have is untouched and `left` says how many more there are. */
export type Changed =
  | { ok: true }
  | Refusal<"invalid" | "missing" | "ended" | "past">
  | (Refusal<"not_enough" | "too_large"> & { left: number });

/**
 * Changes how many people come and what they need. Fewer people free places at once for those who wait;
 * more people come in when there is room for all of them, without going past anybody who fits. Refuses
 * more than is left, leaving the booking as it was.
 */
export async function changeRegistration(ctx: Ctx, key: RegistrationKey, typed: unknown): Promise<Changed> {
  const parsed = changeForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const form = parsed.data;
  const found = await findParty(ctx, key);
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`event:${found.event.id}`] }, async (ctx): Promise<Changed> => {
    const party = await findParty(ctx, key);
    if (!party || !may.change(ctx.actor, party.event, party.byLink)) return { ok: false, reason: "missing" };
    const { event, registration } = party;
    if (registration.state === "cancelled") return { ok: false, reason: "ended" };
    if (["past", "cancelled"].includes(bookingAt(event, ctx.now))) return { ok: false, reason: "past" };
    const places = placesFor(form.party, form.carers, event.carersTakePlaces);
    const refused = roomFor(party, places);
    if (refused) return refused;

    const change = {
      party: form.party,
      carers: form.carers,
      places,
      needsDetail: form.needsDetail,
      language: form.language,
      changedAt: ctx.now,
    };
    await ctx.db.update(registrations).set(change).where(eq(registrations.id, registration.id));
    await ctx.db.delete(registrationNeeds).where(eq(registrationNeeds.registrationId, registration.id));
    if (form.needs.length > 0) {
      await ctx.db
        .insert(registrationNeeds)
        .values(form.needs.map((need) => ({ registrationId: registration.id, need })));
    }
    if (registration.state !== "waiting") await syncNeeds(ctx, event, registration.id);
    const changed = { ...registration, ...change };
    const free = event.capacity - event.confirmedPlaces - event.heldPlaces;
    await note(ctx, event.id, "changed", { registrationId: registration.id, places, free });
    const grew =
      registration.state !== "waiting" && places > registration.places ? registration.id : undefined;
    await settle(ctx, recounted(event, registration, places), { grew });
    await tellPerson(ctx, { ...party, registration: changed }, "changed");
    await audit(
      ctx,
      "events.changed_registration",
      { kind: "registration", id: registration.id },
      { party: form.party },
    );
    return { ok: true };
  });
}

/** A party that grows needs that many more free places; one that waits only has to fit in the room at all. */
function roomFor({ event, registration }: Party, places: number): Changed | null {
  const left = placesLeft(event);
  if (places > event.capacity && places > registration.places) {
    return { ok: false, reason: "too_large", left, fields: { party: ["problems.partyLargerThanRoom"] } };
  }
  const grows = registration.state !== "waiting" && places - registration.places > left;
  return grows
    ? { ok: false, reason: "not_enough", left, fields: { party: ["problems.notEnoughLeft"] } }
    : null;
}

/** The event's counts with this party's new number of places. */
function recounted(
  event: Party["event"],
  registration: Party["registration"],
  places: number,
): Party["event"] {
  const base = without(event, registration);
  const { state } = registration;
  return {
    ...base,
    confirmedPlaces: base.confirmedPlaces + (state === "confirmed" ? places : 0),
    heldPlaces: base.heldPlaces + (state === "offered" ? places : 0),
    waitingCount: base.waitingCount + (state === "waiting" ? 1 : 0),
  };
}
