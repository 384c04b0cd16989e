import { events } from "~/db/tables/events";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { slugOf, untaken } from "~/platform/slugs";
import { may } from "./may";
import { prepareEvent } from "./prepare-event.server";
import { isSlugTaken } from "./read-staff.server";

/** What a neighbourhood's own staff are told when they choose a place that is not theirs. */
export const NOT_YOURS = "Choose a neighbourhood that you organise events for";

/**
 * Makes a draft that only staff see. Its slug comes from the title (or from `slug`, where a loader has
 * one) and stays for ever. Refuses times that do not exist or are in the wrong order, people in person
 * without a venue, people online without a link, and a neighbourhood that is not the organiser's.
 */
export async function createEvent(
  ctx: Ctx,
  input: { typed: unknown; slug?: string },
): Promise<{ ok: true; id: string; slug: string } | Refusal<"invalid">> {
  const prepared = await prepareEvent(ctx, input.typed);
  if (!prepared.ok) return prepared;
  const { facts } = prepared;
  return write(ctx, { locks: ["event-slugs"] }, async (ctx) => {
    if (!may.create(ctx.actor, facts)) {
      return { ok: false, reason: "invalid", fields: { neighbourhood: [NOT_YOURS] } };
    }
    const id = newId();
    const slug = await untaken(slugOf(input.slug ?? facts.title, "event"), (one) => isSlugTaken(ctx, one));
    await ctx.db.insert(events).values({
      ...facts,
      id,
      slug,
      state: "draft",
      publishedAt: null,
      cancelledAt: null,
      cancelReason: null,
      sequence: 0,
      confirmedPlaces: 0,
      heldPlaces: 0,
      keptPlaces: 0,
      waitingCount: 0,
      nextInQueue: 1,
      createdAt: ctx.now,
    });
    await audit(ctx, "events.created", { kind: "event", id }, { capacity: facts.capacity });
    return { ok: true, id, slug };
  });
}
