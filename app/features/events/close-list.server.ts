import { and, eq, isNull } from "drizzle-orm";
import { registrations } from "~/db/tables/events";
import { listClosings } from "~/db/tables/events-attendance";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { lapseOffer } from "./cancel-registration.server";
import { may } from "./may";
import { findEventRow } from "./read.server";
import { reckonEvent } from "./read-attendance.server";
import type { Reckoning } from "./reckon";

/** The list is complete, and what the event came to; or why it can't be closed. */
export type Closed =
  | { ok: true; already: boolean; reckoning: Reckoning }
  | Refusal<"missing" | "cancelled" | "not_yet">;

/**
 * Says that everyone who came is on the list: whoever had a place and is not on it did not come. Check-ins
 * that a device sends later still count. Refuses before the event has ended; closing twice is the same as
 * once.
 */
export async function closeList(ctx: Ctx, input: { slug: string }): Promise<Closed> {
  const found = await findEventRow(ctx, input);
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`event:${found.id}`] }, async (ctx): Promise<Closed> => {
    const event = await findEventRow(ctx, { id: found.id });
    if (!event || !may.closeList(ctx.actor, event)) return { ok: false, reason: "missing" };
    if (event.state === "cancelled") return { ok: false, reason: "cancelled" };
    if (event.state === "draft" || event.endsAt > ctx.now) return { ok: false, reason: "not_yet" };
    const [open] = await ctx.db
      .select()
      .from(listClosings)
      .where(and(eq(listClosings.eventId, event.id), isNull(listClosings.reopenedAt)));
    if (open) return { ok: true, already: true, reckoning: await reckonEvent(ctx, event.id) };
    await endOffers(ctx, event.id);
    await ctx.db.insert(listClosings).values({
      id: newId(),
      eventId: event.id,
      closedAt: ctx.now,
      closedBy: ctx.actor.kind === "account" ? ctx.actor.id : null,
    });
    const reckoning = await reckonEvent(ctx, event.id);
    const { attended, noShow, walkIns } = reckoning;
    await audit(ctx, "events.list_closed", { kind: "event", id: event.id }, { attended, noShow, walkIns });
    return { ok: true, already: false, reckoning };
  });
}

/** Offers end at the start at the latest; where the clock has not come round to it yet, it is done here. */
async function endOffers(ctx: Ctx, eventId: string): Promise<void> {
  const offered = await ctx.db
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), eq(registrations.state, "offered")));
  for (const { id } of offered) await lapseOffer(ctx, { id });
}
