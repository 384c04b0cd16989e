import { eq } from "drizzle-orm";
import { retentionHolds } from "~/db/tables/events-retention";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { findEventRow } from "./read.server";
import { findHold } from "./read-retention.server";

/** Lifts the hold on an event: what is due goes with the next run. Twice is once. */
export async function releaseEvent(
  ctx: Ctx,
  { slug }: { slug: string },
): Promise<{ ok: true } | Refusal<"missing" | "not_allowed">> {
  return write(ctx, { locks: ["forget"] }, async (ctx) => {
    if (!may.runRetention(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const event = await findEventRow(ctx, { slug });
    if (!event) return { ok: false, reason: "missing" };
    const hold = await findHold(ctx, event.id);
    if (!hold) return { ok: true };
    const liftedBy = ctx.actor.kind === "account" ? ctx.actor.id : null;
    await ctx.db
      .update(retentionHolds)
      .set({ liftedBy, liftedAt: ctx.now })
      .where(eq(retentionHolds.id, hold.id));
    await audit(ctx, "events.released", { kind: "event", id: event.id });
    return { ok: true };
  });
}
