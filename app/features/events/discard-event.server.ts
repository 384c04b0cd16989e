import { eq } from "drizzle-orm";
import { allocationNotes, events } from "~/db/tables/events";
import { invitations } from "~/db/tables/events-invitations";
import { eventSessions } from "~/db/tables/events-sessions";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { refusalOf } from "./may";
import { findEventRow } from "./read.server";

/** Throws a draft away that nobody but staff ever saw. Refuses anything that was published. */
export async function discardEvent(
  ctx: Ctx,
  { slug }: { slug: string },
): Promise<{ ok: true } | Refusal<"missing" | "not_allowed" | "published">> {
  const found = await findEventRow(ctx, { slug });
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`event:${found.id}`] }, async (ctx) => {
    const event = await findEventRow(ctx, { id: found.id });
    const refused = refusalOf(ctx.actor, event, "discard");
    if (!event || refused) return { ok: false, reason: refused ?? "missing" };
    if (event.state !== "draft") return { ok: false, reason: "published" };
    await ctx.db.delete(allocationNotes).where(eq(allocationNotes.eventId, event.id));
    await ctx.db.delete(eventSessions).where(eq(eventSessions.eventId, event.id));
    await ctx.db.delete(invitations).where(eq(invitations.eventId, event.id));
    await ctx.db.delete(events).where(eq(events.id, event.id));
    await audit(ctx, "events.discarded", { kind: "event", id: event.id });
    return { ok: true };
  });
}
