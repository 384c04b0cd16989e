import { eq } from "drizzle-orm";
import { registrations } from "~/db/tables/events";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { tellPerson } from "./messages";
import { freeFor, tallied } from "./pools";
import { findParty } from "./read-registrations.server";
import { fieldsOf } from "./register.server";
import { note, settle } from "./settle.server";
import { declineForm } from "./staff-forms";

/** Staff say no to somebody who asked to come, with a reason that the person reads. Refuses what was answered. */
export async function declineRegistration(
  ctx: Ctx,
  { id, typed }: { id: string; typed: unknown },
): Promise<{ ok: true; already: boolean } | Refusal<"missing" | "over" | "invalid">> {
  const parsed = declineForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { reason } = parsed.data;
  const found = await findParty(ctx, { id });
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`event:${found.event.id}`] }, async (ctx) => {
    const party = await findParty(ctx, { id });
    if (!party || !may.approve(ctx.actor, party.event)) return { ok: false, reason: "missing" };
    const { event, registration } = party;
    if (registration.approval === "declined") return { ok: true, already: true };
    if (registration.approval !== "asked" || registration.state !== "waiting")
      return { ok: false, reason: "over" };
    const change = {
      state: "cancelled",
      ended: "not_approved",
      endedAt: ctx.now,
      approval: "declined",
      approvalReason: reason,
      changedAt: ctx.now,
    } as const;
    await ctx.db.update(registrations).set(change).where(eq(registrations.id, id));
    const facts = { registrationId: id, places: registration.places, free: freeFor(event, registration) };
    await note(ctx, event.id, "not_approved", facts);
    await settle(ctx, tallied(event, registration, -1));
    await tellPerson(ctx, { ...party, registration: { ...registration, ...change } }, "not_approved");
    await audit(ctx, "events.not_approved", { kind: "registration", id }, { event: event.id });
    return { ok: true, already: false };
  });
}
