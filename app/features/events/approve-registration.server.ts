import { eq } from "drizzle-orm";
import { registrations } from "~/db/tables/events";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { tellPerson } from "./messages";
import { freeFor, tallied } from "./pools";
import { findParty } from "./read-registrations.server";
import { note, settle } from "./settle.server";

/** Said yes: they have a place, or wait for one. */
export type Approved = { ok: true; already: boolean; placed: boolean };

/**
 * Staff say yes to somebody who asked to come. They get a place if they fit, else they wait at the point
 * of the queue where they asked, so that a slow answer costs nobody their turn. Refuses what was answered,
 * given up or is over.
 */
export async function approveRegistration(
  ctx: Ctx,
  { id }: { id: string },
): Promise<Approved | Refusal<"missing" | "over">> {
  const found = await findParty(ctx, { id });
  if (!found) return { ok: false, reason: "missing" };
  return write(
    ctx,
    { locks: [`event:${found.event.id}`] },
    async (ctx): Promise<Approved | Refusal<"missing" | "over">> => {
      const party = await findParty(ctx, { id });
      if (!party || !may.approve(ctx.actor, party.event)) return { ok: false, reason: "missing" };
      const { event, registration, participant } = party;
      const placed = registration.state === "confirmed";
      if (registration.approval === "approved") return { ok: true, already: true, placed };
      const open = event.state === "published" && event.startsAt > ctx.now;
      if (registration.approval !== "asked" || registration.state !== "waiting" || !open)
        return { ok: false, reason: "over" };
      const change = { approval: "approved", changedAt: ctx.now } as const;
      await ctx.db.update(registrations).set(change).where(eq(registrations.id, id));
      const approved = { ...registration, ...change };
      const facts = { registrationId: id, places: registration.places, free: freeFor(event, registration) };
      await note(ctx, event.id, "approved", facts);
      const counted = tallied(tallied(event, registration, -1), approved, 1);
      const after = await settle(ctx, counted, {
        newcomer: { registration: approved, participant, news: "promoted" },
      });
      const got = after.taken.includes(id);
      if (!got) await tellPerson(ctx, { event, registration: approved, participant }, "waiting");
      await audit(ctx, "events.approved", { kind: "registration", id }, { event: event.id, placed: got });
      return { ok: true, already: false, placed: got };
    },
  );
}
