import { eq } from "drizzle-orm";
import { registrations } from "~/db/tables/events";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { tellPerson } from "./messages";
import { freeFor, tallied } from "./pools";
import { findParty, type RegistrationKey } from "./read-registrations.server";
import { type Booking, bookingAt } from "./rules";
import { note, settle } from "./settle.server";

/**
 * Someone who left, declined or let an offer lapse comes back: a place if they fit, else the end of the
 * queue, like anybody new. Refuses when the event takes no bookings any more, and whom staff said no to.
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
    if (registration.approval === "declined") return { ok: false, reason: "closed" };
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
    const asks = back.approval === "asked";
    await note(ctx, event.id, asks ? "asked" : "joined", {
      registrationId: registration.id,
      places: registration.places,
      free: freeFor(event, registration),
    });
    const asked = tallied({ ...event, nextInQueue: event.nextInQueue + 1 }, back, 1);
    const newcomer = { registration: back, participant: party.participant };
    const after = await settle(ctx, asked, asks ? {} : { newcomer });
    if (!after.taken.includes(registration.id))
      await tellPerson(ctx, { ...party, registration: back }, asks ? "asked" : "waiting");
    await audit(ctx, "events.rejoined", { kind: "registration", id: registration.id }, { event: event.id });
    return { ok: true, already: false };
  });
}
