import { asc, eq } from "drizzle-orm";
import { events, registrations } from "~/db/tables/events";
import { invitations } from "~/db/tables/events-invitations";
import type { Ctx } from "~/platform/context.server";
import { inLocale, isLocale } from "~/platform/locales";
import { idInLink, provesLink, secretLink } from "~/platform/secret-links.server";
import { registrationLink } from "./messages";

/** An invitation as kept. */
export type InvitationRow = typeof invitations.$inferSelect;
/** An invitation and the event that it is to. */
export type Invited = { invitation: InvitationRow; event: typeof events.$inferSelect };

/** The secret of an invitation: it stops working when its version is raised. */
export function invitationLink(ctx: Ctx, invitation: Pick<InvitationRow, "id" | "tokenVersion">): string {
  return secretLink(ctx.secret, "invitation", invitation.id, invitation.tokenVersion);
}

/** The whole address of an invitation, in the language of whoever is invited. */
export function invitationAddress(
  ctx: Ctx,
  invitation: Pick<InvitationRow, "id" | "tokenVersion" | "locale">,
): string {
  const path = `/invitations/${invitationLink(ctx, invitation)}`;
  return `${ctx.origin}${isLocale(invitation.locale) ? inLocale(invitation.locale, path) : path}`;
}

/**
 * What a secret invites to; null for one that was never made here, was taken back, is to a draft, or whose
 * name has been deleted.
 */
export async function findInvitation(ctx: Ctx, link: string): Promise<Invited | null> {
  const id = idInLink(link);
  if (!id) return null;
  const [row] = await ctx.db
    .select({ invitation: invitations, event: events })
    .from(invitations)
    .innerJoin(events, eq(events.id, invitations.eventId))
    .where(eq(invitations.id, id));
  if (!row || row.invitation.state === "withdrawn" || row.invitation.name === "") return null;
  if (row.event.state === "draft") return null;
  return provesLink(ctx.secret, link, "invitation", id, row.invitation.tokenVersion) ? row : null;
}

/** The invitation of this id, for its event's team; null when there is none. */
export async function findInvitationById(ctx: Ctx, id: string): Promise<Invited | null> {
  const [row] = await ctx.db
    .select({ invitation: invitations, event: events })
    .from(invitations)
    .innerJoin(events, eq(events.id, invitations.eventId))
    .where(eq(invitations.id, id));
  return row ?? null;
}

/** The link to the booking that an invitation was used for, or null while it was not used. */
export async function findUse(ctx: Ctx, { registrationId }: InvitationRow): Promise<string | null> {
  if (!registrationId) return null;
  const [row] = await ctx.db
    .select({ id: registrations.id, tokenVersion: registrations.tokenVersion })
    .from(registrations)
    .where(eq(registrations.id, registrationId));
  return row ? registrationLink(ctx, row) : null;
}

/** Everyone invited to an event, in the order in which they were, and what became of it. */
export async function listInvitations(ctx: Ctx, eventId: string) {
  return ctx.db
    .select({ invitation: invitations, standing: registrations.state, reference: registrations.reference })
    .from(invitations)
    .leftJoin(registrations, eq(registrations.id, invitations.registrationId))
    .where(eq(invitations.eventId, eventId))
    .orderBy(asc(invitations.createdAt), asc(invitations.id));
}
