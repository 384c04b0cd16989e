import { and, eq, inArray } from "drizzle-orm";
import { events, registrations } from "~/db/tables/events";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { withdrawMessages } from "~/platform/outbox.server";
import { indexEvent } from "./index-event.server";
import { refusalOf } from "./may";
import { emptied } from "./pools";
import { findEventRow } from "./read.server";
import { listActiveParties } from "./read-registrations.server";
import { fieldsOf } from "./register.server";
import { ACTIVE } from "./rules";
import { cancelForm } from "./staff-forms";
import { syncLeft } from "./sync-needs.server";
import { type Told, tellEveryone } from "./tell-everyone.server";

/**
 * Calls an event off, with a reason. Everyone who was coming, was offered a place or waited is told
 * once, by the way they chose, and has no place any more; what was still to be sent to them about their
 * place is taken back. The page stays and says so. Refuses drafts and events that are over.
 */
export async function cancelEvent(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<
  | { ok: true; already: boolean; told: Told }
  | Refusal<"invalid" | "missing" | "not_allowed" | "draft" | "past">
> {
  const parsed = cancelForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { reason } = parsed.data;
  const found = await findEventRow(ctx, { slug });
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`event:${found.id}`] }, async (ctx) => {
    const event = await findEventRow(ctx, { id: found.id });
    const refused = refusalOf(ctx.actor, event, "cancel");
    if (!event || refused) return { ok: false, reason: refused ?? "missing" };
    const nobody = { email: 0, phone: 0, letter: 0, none: 0 };
    if (event.state === "cancelled") return { ok: true, already: true, told: nobody };
    if (event.state === "draft") return { ok: false, reason: "draft" };
    if (event.endsAt <= ctx.now) return { ok: false, reason: "past" };

    const cancelled = {
      ...emptied(event),
      state: "cancelled" as const,
      cancelledAt: ctx.now,
      cancelReason: reason,
      sequence: event.sequence + 1,
    };
    const { id, ...change } = cancelled;
    await ctx.db.update(events).set(change).where(eq(events.id, id));
    const told = await endRegistrations(ctx, cancelled);
    await indexEvent(ctx, id);
    await audit(ctx, "events.cancelled", { kind: "event", id }, { ...told });
    return { ok: true, already: false, told };
  });
}

async function endRegistrations(ctx: Ctx, event: typeof events.$inferSelect): Promise<Told> {
  const parties = await listActiveParties(ctx, event);
  const change = {
    state: "cancelled",
    ended: "event_cancelled",
    endedAt: ctx.now,
    offerExpiresAt: null,
    changedAt: ctx.now,
  } as const;
  await ctx.db
    .update(registrations)
    .set(change)
    .where(and(eq(registrations.eventId, event.id), inArray(registrations.state, [...ACTIVE])));
  await syncLeft(ctx, { eventId: event.id });
  const ids = parties.map(({ registration }) => registration.id);
  await withdrawMessages(ctx, { kind: "registration", ids });
  const ended = parties.map((party) => ({ ...party, registration: { ...party.registration, ...change } }));
  return tellEveryone(ctx, ended, "event_cancelled");
}
