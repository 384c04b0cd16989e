import { eq } from "drizzle-orm";
import { events } from "~/db/tables/events";
import { eventSeries } from "~/db/tables/events-series";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { longDay } from "~/platform/london";
import { copyEvent } from "./copy-event.server";
import { refusalOf } from "./may";
import { findEventRow } from "./read.server";
import { fieldsOf } from "./register.server";
import { daysOf, timesOn } from "./series";
import { seriesForm } from "./staff-forms";

/** Made: how many drafts besides the one that it began with. */
export type Repeated = { ok: true; seriesId: string; made: number };

/**
 * Makes a series from one event: a draft for every other day of the rule, each an event of its own, at the
 * same time on the wall in summer and winter. Refuses a day on which a clock change leaves that time out,
 * an event that is in a series already, and a cancelled one.
 */
export async function repeatEvent(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<Repeated | Refusal<"invalid" | "missing" | "not_allowed" | "in_series">> {
  const parsed = seriesForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const rule = parsed.data;
  return write(
    ctx,
    { locks: ["event-slugs"] },
    async (ctx): Promise<Awaited<ReturnType<typeof repeatEvent>>> => {
      const event = await findEventRow(ctx, { slug });
      const refused = refusalOf(ctx.actor, event, "repeat");
      if (!event || refused) return { ok: false, reason: refused ?? "missing" };
      if (event.seriesId || event.state === "cancelled") return { ok: false, reason: "in_series" };
      const seriesId = newId();
      const { unit, every } = rule;
      await ctx.db
        .insert(eventSeries)
        .values({ id: seriesId, title: event.title, unit, every, createdAt: ctx.now });
      await ctx.db.update(events).set({ seriesId }).where(eq(events.id, event.id));
      const [, ...days] = daysOf(event.startsLocal.slice(0, 10), rule);
      for (const day of days) {
        const times = timesOn(event, day);
        if (!times) {
          const when = longDay(new Date(`${day}T12:00:00Z`));
          const text = `On ${when} the clocks change and there is no such time. Move the event by an hour first`;
          return { ok: false, reason: "invalid", fields: { unit: [text] } };
        }
        await copyEvent(ctx, event, { ...times, seriesId, slug: `${event.slug}-${day}` });
      }
      await audit(ctx, "events.repeated", { kind: "event", id: event.id }, { made: days.length });
      return { ok: true, seriesId, made: days.length };
    },
  );
}
