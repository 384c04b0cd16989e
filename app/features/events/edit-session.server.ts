import { eq } from "drizzle-orm";
import { eventSessions } from "~/db/tables/events-sessions";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { countBookable, prepareSession } from "./add-session.server";
import { refusalOf } from "./may";
import { tellPerson } from "./messages";
import { findEventRow } from "./read.server";
import { findSession, listChosers, type SessionRow } from "./read-sessions.server";
import { settle } from "./settle.server";

/**
 * Changes a session or stall. More places go at once to those who wait for them; fewer take nobody's away.
 * Who chose it is told when its time, room or table changes. Refuses to make one that people booked free
 * for all.
 */
export async function editSession(
  ctx: Ctx,
  { id, typed }: { id: string; typed: unknown },
): Promise<{ ok: true; slug: string } | Refusal<"invalid" | "missing" | "not_allowed" | "over">> {
  const prepared = await prepareSession(ctx, typed);
  if (!prepared.ok) return prepared;
  const found = await findSession(ctx, id);
  if (!found) return { ok: false, reason: "missing" };
  return write(
    ctx,
    { locks: [`event:${found.eventId}`] },
    async (ctx): Promise<Awaited<ReturnType<typeof editSession>>> => {
      const session = await findSession(ctx, id);
      const event = await findEventRow(ctx, { id: found.eventId });
      const refused = refusalOf(ctx.actor, event, "arrange");
      if (!event || !session || refused) return { ok: false, reason: refused ?? "missing" };
      if (session.state === "cancelled" || event.endsAt <= ctx.now) return { ok: false, reason: "over" };
      const { facts } = prepared;
      const chosers = await listChosers(ctx, id);
      if (facts.capacity === null && chosers.length > 0) {
        const fields = { capacity: ["People have places here, so it needs a number of places"] };
        return { ok: false, reason: "invalid", fields };
      }
      await ctx.db.update(eventSessions).set(facts).where(eq(eventSessions.id, id));
      await settle(ctx, await countBookable(ctx, event));
      if (event.state === "published" && isNews(session, facts)) {
        for (const one of chosers)
          await tellPerson(ctx, { event, ...one }, "session_changed", { session: { ...session, ...facts } });
      }
      await audit(ctx, "events.session_edited", { kind: "event", id: event.id }, { session: id });
      return { ok: true, slug: event.slug };
    },
  );
}

type Where = Pick<SessionRow, "startsClock" | "endsClock" | "room" | "tableNumber">;

/** True when somebody who chose it would turn up at another time or another table. */
function isNews(before: Where, after: Where): boolean {
  const told = ["startsClock", "endsClock", "room", "tableNumber"] as const;
  return told.some((name) => before[name] !== after[name]);
}
