import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { copyEvent } from "./copy-event.server";
import { refusalOf } from "./may";
import { findEventRow } from "./read.server";

/**
 * Makes a draft from any event that somebody runs, over and cancelled ones too: the same words, sessions
 * and stalls, with nobody in it. Its day is the old one until staff set another.
 */
export async function duplicateEvent(
  ctx: Ctx,
  { slug }: { slug: string },
): Promise<{ ok: true; slug: string } | Refusal<"missing" | "not_allowed">> {
  return write(ctx, { locks: ["event-slugs"] }, async (ctx) => {
    const event = await findEventRow(ctx, { slug });
    const refused = refusalOf(ctx.actor, event, "repeat");
    if (!event || refused) return { ok: false, reason: refused ?? "missing" };
    const copy = await copyEvent(ctx, event, {
      slug: event.title,
      seriesId: null,
      title: `${event.title} (copy)`.slice(0, 200),
    });
    await audit(ctx, "events.duplicated", { kind: "event", id: copy.id }, { from: event.id });
    return { ok: true, slug: copy.slug };
  });
}
