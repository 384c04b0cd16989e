import { eq } from "drizzle-orm";
import { registrations } from "~/db/tables/events";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { withdrawMessages } from "~/platform/outbox.server";
import { may } from "./may";
import { type News, reminderKey, tellPerson } from "./messages";
import { freeFor, tallied } from "./pools";
import { findParty, type RegistrationKey } from "./read-registrations.server";
import { note, settle } from "./settle.server";
import { syncLeft } from "./sync-needs.server";

type Ended = NonNullable<typeof registrations.$inferSelect.ended>;

/** Done, or there was nothing to do because it had ended before. */
export type Left = { ok: true; already: boolean };

/** Someone gives their place up or leaves the queue; what they free goes at once to the first who fits. */
export async function cancelRegistration(ctx: Ctx, key: RegistrationKey): Promise<Left | Refusal<"missing">> {
  return leave(ctx, key, (byLink) => ({
    ended: byLink ? "by_person" : "by_staff",
    news: "left",
    noted: "left",
  }));
}

/** Someone turns down the place they were offered, and leaves the list; one click lets them rejoin. */
export async function declineOffer(ctx: Ctx, key: RegistrationKey): Promise<Left | Refusal<"missing">> {
  return leave(ctx, key, () => ({ ended: "declined", news: "declined", noted: "declined" }), ["offered"]);
}

/** Staff end a registration that is the same person twice. */
export async function endDuplicate(ctx: Ctx, key: { id: string }): Promise<Left | Refusal<"missing">> {
  return leave(ctx, key, () => ({ ended: "duplicate", news: "left", noted: "left" }));
}

/** An offer that nobody answered in time; run by the clock. */
export async function lapseOffer(ctx: Ctx, key: { id: string }): Promise<Left | Refusal<"missing">> {
  const party = await findParty(ctx, key);
  const offer = party?.registration.state === "offered" ? party.registration.offerExpiresAt : null;
  if (!offer || offer > ctx.now) return { ok: true, already: true };
  return leave(ctx, key, () => ({ ended: "lapsed", news: "lapsed", noted: "lapsed" }), ["offered"]);
}

type Leaving = { ended: Ended; news: News; noted: "left" | "declined" | "lapsed" };

async function leave(
  ctx: Ctx,
  key: RegistrationKey,
  how: (byLink: boolean) => Leaving,
  from: readonly string[] = ["confirmed", "offered", "waiting"],
): Promise<Left | Refusal<"missing">> {
  const found = await findParty(ctx, key);
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`event:${found.event.id}`] }, async (ctx) => {
    const party = await findParty(ctx, key);
    if (!party || !may.change(ctx.actor, party.event, party.byLink)) return { ok: false, reason: "missing" };
    const { event, registration } = party;
    if (!from.includes(registration.state)) return { ok: true, already: true };
    const leaving = how(party.byLink);
    const change = {
      state: "cancelled",
      ended: leaving.ended,
      endedAt: ctx.now,
      offerExpiresAt: null,
    } as const;
    const changed = { ...registration, ...change, changedAt: ctx.now };
    await ctx.db
      .update(registrations)
      .set({ ...change, changedAt: ctx.now })
      .where(eq(registrations.id, registration.id));
    await note(ctx, event.id, leaving.noted, {
      registrationId: registration.id,
      places: registration.places,
      free: freeFor(event, registration),
    });
    await syncLeft(ctx, { registrationId: registration.id });
    // Nobody is reminded of, or rung about, a place that they gave up.
    await withdrawMessages(
      ctx,
      { kind: "registration", ids: [registration.id] },
      reminderKey(registration.id),
    );
    await tellPerson(ctx, { ...party, registration: changed }, leaving.news);
    await settle(ctx, tallied(event, registration, -1));
    await audit(
      ctx,
      `events.${leaving.noted}`,
      { kind: "registration", id: registration.id },
      { event: event.id },
    );
    return { ok: true, already: false };
  });
}
