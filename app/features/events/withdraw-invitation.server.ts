import { eq } from "drizzle-orm";
import { invitations } from "~/db/tables/events-invitations";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { dropMessages } from "~/platform/outbox.server";
import { refusalOf } from "./may";
import { findInvitationById } from "./read-invitations.server";

/**
 * Takes an invitation back before it is used: its link stops working at once. One that was used stays,
 * and so does the booking. Twice changes nothing.
 */
export async function withdrawInvitation(
  ctx: Ctx,
  { id }: { id: string },
): Promise<{ ok: true; slug: string } | Refusal<"missing" | "not_allowed" | "used">> {
  const found = await findInvitationById(ctx, id);
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`event:${found.event.id}`] }, async (ctx) => {
    const invited = await findInvitationById(ctx, id);
    const refused = refusalOf(ctx.actor, invited?.event ?? null, "invite");
    if (!invited || refused) return { ok: false, reason: refused ?? "missing" };
    const { invitation, event } = invited;
    if (invitation.state === "used") return { ok: false, reason: "used" };
    await ctx.db
      .update(invitations)
      .set({ state: "withdrawn", tokenVersion: invitation.tokenVersion + 1 })
      .where(eq(invitations.id, id));
    await dropMessages(ctx, { kind: "invitation", ids: [id] });
    await audit(ctx, "events.invitation_withdrawn", { kind: "event", id: event.id }, { invitation: id });
    return { ok: true, slug: event.slug };
  });
}
