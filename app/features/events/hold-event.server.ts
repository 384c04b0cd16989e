import { retentionHolds } from "~/db/tables/events-retention";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { may } from "./may";
import { findEventRow } from "./read.server";
import { findHold } from "./read-retention.server";
import { fieldsOf } from "./register.server";
import { holdForm } from "./staff-forms";

/**
 * Keeps the personal details of an event from being deleted, with a reason, until the hold is lifted.
 * An event that is held already stays as it is.
 */
export async function holdEvent(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<{ ok: true; already: boolean } | Refusal<"missing" | "invalid" | "not_allowed">> {
  const parsed = holdForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { reason } = parsed.data;
  return write(ctx, { locks: ["forget"] }, async (ctx) => {
    if (!may.runRetention(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const event = await findEventRow(ctx, { slug });
    if (!event) return { ok: false, reason: "missing" };
    if (await findHold(ctx, event.id)) return { ok: true, already: true };
    const placedBy = ctx.actor.kind === "account" ? ctx.actor.id : null;
    await ctx.db
      .insert(retentionHolds)
      .values({ id: newId(), eventId: event.id, reason, placedBy, placedAt: ctx.now });
    await audit(ctx, "events.held", { kind: "event", id: event.id });
    return { ok: true, already: false };
  });
}
