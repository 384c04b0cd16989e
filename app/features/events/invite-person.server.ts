import { and, eq, ne } from "drizzle-orm";
import { invitations } from "~/db/tables/events-invitations";
import { getBorough } from "~/features/places/read.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { letter } from "~/platform/letter.server";
import { tell } from "~/platform/outbox.server";
import { findVenueOf } from "./export-calendar.server";
import { sayInvitation } from "./export-invitations.server";
import { refusalOf } from "./may";
import { type EventRow, findEventRow } from "./read.server";
import { type InvitationRow, invitationAddress } from "./read-invitations.server";
import { fieldsOf } from "./register.server";
import { invitationForm } from "./staff-forms";

/**
 * Invites one person to an event that only invited people can find: by e-mail at once when it is
 * published, else on paper. Refuses an address that was invited already, and events that anyone can find.
 */
export async function invitePerson(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<{ ok: true; id: string } | Refusal<"invalid" | "missing" | "not_allowed" | "not_by_invitation">> {
  const parsed = invitationForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const form = parsed.data;
  const found = await findEventRow(ctx, { slug });
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`event:${found.id}`] }, async (ctx) => {
    const event = await findEventRow(ctx, { id: found.id });
    const refused = refusalOf(ctx.actor, event, "invite");
    if (!event || refused) return { ok: false, reason: refused ?? "missing" };
    if (event.registration !== "invite_only" || event.state === "cancelled" || event.startsAt <= ctx.now)
      return { ok: false, reason: "not_by_invitation" };
    const email = form.channel === "email" ? form.email : null;
    if (email && (await isInvited(ctx, event.id, email))) {
      return { ok: false, reason: "invalid", fields: { email: ["This address has an invitation already"] } };
    }
    const invitation: InvitationRow = {
      id: newId(),
      eventId: event.id,
      name: form.name,
      channel: form.channel,
      email,
      locale: form.locale,
      most: form.most,
      tokenVersion: 1,
      state: "open",
      registrationId: null,
      createdAt: ctx.now,
    };
    await ctx.db.insert(invitations).values(invitation);
    if (event.state === "published") await sendInvitation(ctx, event, invitation);
    await audit(ctx, "events.invited", { kind: "event", id: event.id }, { invitation: invitation.id });
    return { ok: true, id: invitation.id };
  });
}

async function isInvited(ctx: Ctx, eventId: string, email: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ email: invitations.email })
    .from(invitations)
    .where(and(eq(invitations.eventId, eventId), ne(invitations.state, "withdrawn")));
  return rows.some((row) => row.email?.toLowerCase() === email.toLowerCase());
}

/** What an invitation says, in the language of whoever is invited. */
async function wordsOf(ctx: Ctx, event: EventRow, invitation: InvitationRow) {
  const { name, contacts, programme } = await getBorough(ctx);
  const venue = await findVenueOf(ctx, event);
  const href = invitationAddress(ctx, invitation);
  const said = sayInvitation({ event, venue, invitation, href, phone: contacts.phone });
  return { ...said, from: { name, phone: contacts.phone, programme } };
}

/** Sends one invitation by e-mail, once; one on paper is printed instead. Inside a write. */
export async function sendInvitation(ctx: Ctx, event: EventRow, invitation: InvitationRow): Promise<void> {
  if (invitation.channel !== "email" || !invitation.email || invitation.state !== "open") return;
  const said = await wordsOf(ctx, event, invitation);
  const { name, email: recipient } = invitation;
  const reach = { channel: "email", recipient, name, locale: said.locale } as const;
  const key = `invitation:${invitation.id}:${invitation.tokenVersion}`;
  await tell(ctx, reach, { ...letter(said), key, about: { kind: "invitation", id: invitation.id } });
}
