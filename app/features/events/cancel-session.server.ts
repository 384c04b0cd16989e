import { eq } from "drizzle-orm";
import { eventSessions, sessionPlaces } from "~/db/tables/events-sessions";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { countBookable } from "./add-session.server";
import { refusalOf } from "./may";
import { tellPerson } from "./messages";
import { findEventRow } from "./read.server";
import { findSession, listChosers } from "./read-sessions.server";
import { settle } from "./settle.server";

/**
 * Takes a session or stall off: it leaves the page, and who chose it is told once and keeps their place at
 * the event. Twice changes nothing.
 */
export async function cancelSession(
  ctx: Ctx,
  { id }: { id: string },
): Promise<{ ok: true; slug: string; told: number } | Refusal<"missing" | "not_allowed">> {
  const found = await findSession(ctx, id);
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`event:${found.eventId}`] }, async (ctx) => {
    const session = await findSession(ctx, id);
    const event = await findEventRow(ctx, { id: found.eventId });
    const refused = refusalOf(ctx.actor, event, "arrange");
    if (!event || !session || refused) return { ok: false, reason: refused ?? "missing" };
    if (session.state === "cancelled") return { ok: true, slug: event.slug, told: 0 };
    const chosers = await listChosers(ctx, id);
    const gone = { state: "cancelled", confirmedPlaces: 0, waitingCount: 0 } as const;
    await ctx.db.update(eventSessions).set(gone).where(eq(eventSessions.id, id));
    await ctx.db.delete(sessionPlaces).where(eq(sessionPlaces.sessionId, id));
    await settle(ctx, await countBookable(ctx, event));
    if (event.state === "published" && event.endsAt > ctx.now) {
      for (const one of chosers) await tellPerson(ctx, { event, ...one }, "session_cancelled", { session });
    }
    await audit(ctx, "events.session_cancelled", { kind: "event", id: event.id }, { session: id });
    return { ok: true, slug: event.slug, told: chosers.length };
  });
}
