import { randomUUID } from "node:crypto";
import { checkIn } from "~/features/events/check-in.server";
import type { Ctx } from "~/platform/context.server";

/** What a device at the door sends about one thing; names may be replaced. */
export type SentItem = Record<string, unknown> & { id: string };

/** Somebody of a booking has come. */
export const arrival = (registration: { id: string }, change: Record<string, unknown> = {}): SentItem => ({
  kind: "arrive",
  id: randomUUID(),
  registration: registration.id,
  people: 1,
  ...change,
});

/** Somebody has come without booking. */
export const walkIn = (change: Record<string, unknown> = {}): SentItem => ({
  kind: "walk_in",
  id: randomUUID(),
  people: 1,
  ...change,
});

/** Takes an earlier item back. */
export const undoing = (item: { id: string }): SentItem => ({ kind: "undo", id: randomUUID(), of: item.id });

/** Sends it all at once, and returns the answers. Throws when none was looked at. */
export async function send(
  ctx: Ctx,
  event: { slug: string },
  items: readonly SentItem[],
  batch: Record<string, unknown> = {},
) {
  const taken = await checkIn(ctx, { slug: event.slug, typed: { items, ...batch } });
  if (!taken.ok) throw new Error(`Nothing was taken: ${taken.reason} ${JSON.stringify(taken.fields)}`);
  return taken.answers;
}
