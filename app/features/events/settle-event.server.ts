import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { findEventRow } from "./read.server";
import { settle } from "./settle.server";

/**
 * Gives what is free to those who wait, when the clock alone makes the difference: 48 hours before the
 * start nothing is kept for a large party any more. Safe to run twice. Refuses everyone but the house.
 */
export async function settleEvent(
  ctx: Ctx,
  { id }: { id: string },
): Promise<{ ok: true; placed: number } | Refusal<"missing">> {
  return write(ctx, { locks: [`event:${id}`] }, async (ctx) => {
    const event = await findEventRow(ctx, { id });
    if (!event || !may.settle(ctx.actor)) return { ok: false, reason: "missing" };
    const after = await settle(ctx, event);
    const placed = event.waitingCount - after.waitingCount;
    if (placed > 0) await audit(ctx, "events.settled", { kind: "event", id }, { placed });
    return { ok: true, placed };
  });
}
