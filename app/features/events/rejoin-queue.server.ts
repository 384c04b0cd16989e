import { eq } from "drizzle-orm";
import { registrations } from "~/db/tables/events";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { tellPerson } from "./messages";
import { findParty, type RegistrationKey } from "./read-registrations.server";
import { type Booking, bookingAt } from "./rules";
import { note, settle } from "./settle.server";

/**
 * Someone who left, declined or let an offer lapse comes back: a place if they fit, else the end of the
 * queue, like anybody new. Refuses when the event takes no bookings any more.
 */
export async function rejoinQueue(
  ctx: Ctx,
  key: RegistrationKey,
): Promise<{ ok: true; already: boolean } | Refusal<"missing" | Exclude<Booking, "open">>> {
  const found = await findParty(ctx, key);
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`event:${found.event.id}`] }, async (ctx) => {
    const party = await findParty(ctx, key);
    if (!party || !may.change(ctx.actor, party.event, party.byLink)) return { ok: false, reason: "missing" };
    const { event, registration } = party;
    if (registration.state !== "cancelled") return { ok: true, already: true };
    const booking = bookingAt(event, ctx.now);
    if (booking !== "open") return { ok: false, reason: booking };
    const change = {
      state: "waiting",
      ended: null,
      endedAt: null,
      skips: 0,
      queueNumber: event.nextInQueue,
      changedAt: ctx.now,
    } as const;
    await ctx.db.update(registrations).set(change).where(eq(registrations.id, registration.id));
    const back = { ...registration, ...change };
    const free = event.capacity - event.confirmedPlaces - event.heldPlaces;
    await note(ctx, event.id, "joined", {
      registrationId: registration.id,
      places: registration.places,
      free,
    });
    const asked = { ...event, waitingCount: event.waitingCount + 1, nextInQueue: event.nextInQueue + 1 };
    const after = await settle(ctx, asked, {
      newcomer: { registration: back, participant: party.participant },
    });
    if (!after.taken.includes(registration.id))
      await tellPerson(ctx, { ...party, registration: back }, "waiting");
    await audit(ctx, "events.rejoined", { kind: "registration", id: registration.id }, { event: event.id });
    return { ok: true, already: false };
  });
}
