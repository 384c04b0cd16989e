import { eq } from "drizzle-orm";
import { events } from "~/db/tables/events";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { capacityForm } from "./event-form";
import { refusalOf } from "./may";
import { isSplit } from "./pools";
import { findEventRow } from "./read.server";
import { fieldsOf } from "./register.server";
import { excessOf } from "./rules";
import { note, settle } from "./settle.server";

/** The new number of places; how many waiting parties got one at once; how far the room is over after a cut. */
export type Resized = { ok: true; capacity: number; placed: number; excess: number };

/**
 * Gives an event more or fewer places, in the room and, where they are kept apart, online. More places go at once to those who wait; a cut below what is
 * taken cancels nobody and is shown as an excess. Refuses events that are over or cancelled.
 */
export async function resizeEvent(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<Resized | Refusal<"invalid" | "missing" | "not_allowed" | "past" | "cancelled">> {
  const parsed = capacityForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const form = parsed.data;
  const found = await findEventRow(ctx, { slug });
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`event:${found.id}`] }, async (ctx) => {
    const event = await findEventRow(ctx, { id: found.id });
    const refused = refusalOf(ctx.actor, event, "resize");
    if (!event || refused) return { ok: false, reason: refused ?? "missing" };
    if (event.state === "cancelled") return { ok: false, reason: "cancelled" };
    if (event.endsAt <= ctx.now) return { ok: false, reason: "past" };
    const { capacity } = form;
    const onlineCapacity = isSplit(event) ? (form.onlineCapacity ?? event.onlineCapacity) : null;
    if (event.capacity === capacity && event.onlineCapacity === onlineCapacity)
      return { ok: true, capacity, placed: 0, excess: excessOf(event) };
    await ctx.db.update(events).set({ capacity, onlineCapacity }).where(eq(events.id, event.id));
    const resized = { ...event, capacity, onlineCapacity };
    const free = capacity - event.confirmedPlaces - event.heldPlaces;
    await note(ctx, event.id, "resized", { registrationId: null, places: capacity, free });
    const after = await settle(ctx, resized);
    const placed = event.waitingCount - after.waitingCount;
    await audit(
      ctx,
      "events.resized",
      { kind: "event", id: event.id },
      { from: event.capacity, to: capacity, placed },
    );
    return { ok: true, capacity, placed, excess: excessOf(after) };
  });
}
