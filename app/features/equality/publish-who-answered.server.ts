import { figuresLock, publishFigures } from "~/features/figures/publish-figures.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { whoAnsweredFigures, whoAnsweredSubject } from "./figures.server";
import { may } from "./may";
import { listPlaces, listTallies } from "./read.server";
import { type CollectionTold, daysOf } from "./rules";

/** `outcome`: a new edition, the newest one again, or held back because the difference would tell too much. */
export type PublishedYear =
  | { ok: true; outcome: "new" | "same" | "held" }
  | Refusal<"not_allowed" | "missing" | "nothing">;

/**
 * Publishes who answered in a financial year. `collections`: all surveys that closed and events that took place in
 * it, from the rooms that hold them. Refuses while nobody has been asked.
 */
export async function publishWhoAnswered(
  ctx: Ctx,
  { year, collections }: { year: string; collections: readonly CollectionTold[] },
): Promise<PublishedYear> {
  if (!daysOf(year)) return { ok: false, reason: "missing" };
  const subject = whoAnsweredSubject(year);
  return write(ctx, { locks: [figuresLock(subject)] }, async (ctx): Promise<PublishedYear> => {
    if (!may.publish(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const [tallies, places] = [await listTallies(ctx), await listPlaces(ctx)];
    const input = whoAnsweredFigures({ year, collections, tallies, places, asAt: ctx.now });
    if (input.tables.length === 0) return { ok: false, reason: "nothing" };
    const { outcome, figures } = await publishFigures(ctx, input);
    await audit(ctx, "equality.published", subject, { outcome, edition: figures?.number ?? 0 });
    return { ok: true, outcome };
  });
}
