import { eq } from "drizzle-orm";
import { events } from "~/db/tables/events";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { indexEvent } from "./index-event.server";
import { sendInvitation } from "./invite-person.server";
import { refusalOf } from "./may";
import { findEventRow } from "./read.server";
import { listInvitations } from "./read-invitations.server";
import { planReminders } from "./remind-parties.server";

/**
 * Puts a draft in front of everyone it is for, and into search; invitations by e-mail go out and reminders
 * are planned. Refuses one whose time is over: most
 * often the year was mistyped. Publishing twice changes nothing.
 */
export async function publishEvent(
  ctx: Ctx,
  { slug }: { slug: string },
): Promise<{ ok: true; already: boolean } | Refusal<"missing" | "not_allowed" | "past" | "cancelled">> {
  const found = await findEventRow(ctx, { slug });
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`event:${found.id}`] }, async (ctx) => {
    const event = await findEventRow(ctx, { id: found.id });
    const refused = refusalOf(ctx.actor, event, "publish");
    if (!event || refused) return { ok: false, reason: refused ?? "missing" };
    if (event.state === "cancelled") return { ok: false, reason: "cancelled" };
    if (event.state === "published") return { ok: true, already: true };
    if (event.endsAt <= ctx.now) return { ok: false, reason: "past" };
    await ctx.db
      .update(events)
      .set({ state: "published", publishedAt: ctx.now })
      .where(eq(events.id, event.id));
    await indexEvent(ctx, event.id);
    await planReminders(ctx, { ...event, state: "published" });
    for (const { invitation } of await listInvitations(ctx, event.id)) {
      await sendInvitation(ctx, event, invitation);
    }
    await audit(ctx, "events.published", { kind: "event", id: event.id }, { audience: event.audience });
    return { ok: true, already: false };
  });
}
