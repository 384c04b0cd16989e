import { eq } from "drizzle-orm";
import { registrationNeeds, registrations } from "~/db/tables/events";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { chooseSessions } from "./choose-sessions.server";
import { may } from "./may";
import { type Party, tellPerson } from "./messages";
import { freeFor, leftIn, poolOf, tallied } from "./pools";
import { findParty, type RegistrationKey } from "./read-registrations.server";
import { listChoices } from "./read-sessions.server";
import { fieldsOf } from "./register.server";
import { bookingAt, placesFor } from "./rules";
import { type ChangeForm, changeForm } from "./schema";
import { note, settle } from "./settle.server";
import { syncNeeds } from "./sync-needs.server";

/** Changed; or why not. With `not_enough`, what they have is untouched and `left` says how many more there are. */
export type Changed =
  | { ok: true }
  | Refusal<"invalid" | "missing" | "ended" | "past">
  | (Refusal<"not_enough" | "too_large"> & { left: number });

/**
 * Changes how many people come, what they need, which sessions they choose, whether they come to the
 * room or join online, and whether they would like to be paid for their time, once they read the advice. Fewer people free places at once for those who wait; more people, or people who
 * move, come in when there is room for all of them where they want to be, without going past anybody who
 * fits. Refuses more than is left, leaving the booking as it was: nobody loses one place before they have
 * the other.
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
    const attending = (event.mode === "hybrid" && form.attending) || registration.attending;
    const wanted = { ...registration, attending, places };
    const refused = roomFor(party, wanted);
    if (refused) return refused;

    const change = {
      party: form.party,
      carers: form.carers,
      places,
      attending,
      needsDetail: form.needsDetail,
      language: form.language,
      ...paymentIn(form, party, ctx.now),
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
    const chosen = form.choosing
      ? form.sessions
      : (await listChoices(ctx, registration.id)).map(({ session }) => session.id);
    const choosing = await chooseSessions(ctx, changed, chosen);
    if (!choosing.ok) return choosing;
    await note(ctx, event.id, "changed", {
      registrationId: registration.id,
      places,
      free: freeFor(event, changed),
    });
    const moved = poolOf(event, registration) !== poolOf(event, changed);
    const takes = registration.state !== "waiting" && (moved || places > registration.places);
    const counted = tallied(tallied(event, registration, -1), changed, 1);
    // Whoever waits may fit elsewhere now, even where nothing came free.
    const settling = { grew: takes ? registration.id : undefined, recounted: moved, hears: registration.id };
    await settle(ctx, counted, settling);
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

/** What they say now about being paid; where it was not asked, or is not offered, what they said before. */
function paymentIn(form: ChangeForm, { event, registration }: Party, now: Date) {
  const { wantsPayment, advisedAt } = registration;
  if (!form.paying || !event.provided.includes("payment_for_time")) return { wantsPayment, advisedAt };
  return { wantsPayment: form.payment, advisedAt: form.advised ? (advisedAt ?? now) : advisedAt };
}

/**
 * A party that grows needs that many more free places, and one that moves needs all of them where it goes;
 * one that waits only has to fit in at all.
 */
function roomFor({ event, registration }: Party, wanted: Party["registration"]): Changed | null {
  const pool = poolOf(event, wanted);
  const moves = pool !== poolOf(event, registration);
  const left = leftIn(event, pool);
  const capacity = pool === "room" ? event.capacity : (event.onlineCapacity ?? 0);
  if (wanted.places > capacity && (moves || wanted.places > registration.places)) {
    return { ok: false, reason: "too_large", left, fields: { party: ["problems.partyLargerThanRoom"] } };
  }
  const more = moves ? wanted.places : wanted.places - registration.places;
  if (registration.state === "waiting" || more <= 0 || more <= left) return null;
  const field = moves ? "attending" : "party";
  return { ok: false, reason: "not_enough", left, fields: { [field]: ["problems.notEnoughLeft"] } };
}
