import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may, refusalOf } from "./may";
import { publishEvent } from "./publish-event.server";
import { findEventRow, listSeries } from "./read.server";

/** Publishes every draft of an event's series that is still to come. Refuses an event in no series. */
export async function publishSeries(
  ctx: Ctx,
  { slug }: { slug: string },
): Promise<{ ok: true; published: number } | Refusal<"missing" | "not_allowed">> {
  const found = await findEventRow(ctx, { slug });
  const refused = refusalOf(ctx.actor, found, "publish");
  if (!found?.seriesId || refused) return { ok: false, reason: refused ?? "missing" };
  const { seriesId } = found;
  const locks = (await listSeries(ctx, seriesId)).map((event) => `event:${event.id}`);
  return write(ctx, { locks }, async (ctx) => {
    const drafts = (await listSeries(ctx, seriesId)).filter(
      (event) => event.state === "draft" && event.endsAt > ctx.now && may.publish(ctx.actor, event),
    );
    for (const draft of drafts) {
      const done = await publishEvent(ctx, { slug: draft.slug });
      if (!done.ok) throw new Error("A draft could not be published with its series.");
    }
    await audit(ctx, "events.published_series", { kind: "event", id: found.id }, { drafts: drafts.length });
    return { ok: true, published: drafts.length };
  });
}
